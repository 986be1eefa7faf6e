using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Caching;

/// <summary>A lock's edit compares its own network again, and a spec's edit the locks that stand on it.</summary>
public class LockCachingTests
{
    private const string A = "/project/a.resnet.yaml";
    private const string LockOfA = "/project/a.resnet.lock";

    private static readonly Project Start = Project.Of("[ResNetGen.ResNet(\"a.resnet.yaml\")] partial class A; [ResNetGen.ResNet(\"b.resnet.yaml\")] partial class B;")
        .WithSource("class Other;", "/project/Other.cs")
        .WithSpec(A, "stages: [{ blocks: 1 }]\n")
        .WithSpec("/project/b.resnet.yaml", "extends: base.resnet.yaml\n")
        .WithSpec("/project/base.resnet.yaml", "stages: [{ blocks: 2 }]\n")
        .WithLock("a").WithLock("b");

    [Fact]
    public void An_edit_elsewhere_compares_nothing_again() =>
        RunReasons.AllFromCache(Start.Run().IsClean().After(p => p.WithSource("class Other { int x; }", "/project/Other.cs")).Result);

    [Fact]
    public void A_locks_edit_compares_its_own_network_and_makes_nothing_else_again()
    {
        var edited = Start.Run().After(p => p.WithSpec(LockOfA, Text(p, LockOfA).Replace("depth: ", "depth: 1")));
        Assert.Equal("RNG1025", Assert.Single(edited.Diagnostics).Id);
        var result = edited.Result;
        Assert.Equal((1, 1, 1), (result.Remade(StepNames.Locks), result.Remade(StepNames.LockChains), result.Remade(StepNames.LockFindings)));
        Assert.Equal((0, 0, 0, 0), (result.Remade(StepNames.Documents), result.Remade(StepNames.Chains), result.Remade(StepNames.Resolved), result.Remade(StepNames.Sources)));
        Assert.Equal(1, result.RemadeOutputs());
    }

    [Fact]
    public void A_locks_comment_changes_nothing_that_is_found()
    {
        var result = Start.Run().After(p => p.WithSpec(LockOfA, "# seen by two\n" + Text(p, LockOfA))).IsClean().Result;
        Assert.Equal((1, 0, 0), (result.Remade(StepNames.LockChains), result.Remade(StepNames.LockFindings), result.RemadeOutputs()));
    }

    [Fact]
    public void A_spec_compares_the_locks_that_stand_on_it()
    {
        var own = Start.Run().After(p => p.WithSpec(A, "# why\nstages: [{ blocks: 1 }]\n")).IsClean().Result;
        Assert.Equal((1, 0), (own.Remade(StepNames.LockChains), own.Remade(StepNames.LockFindings)));

        var below = Start.Run().After(p => p.WithSpec("/project/base.resnet.yaml", "stages: [{ blocks: 3 }]\n"));
        Assert.Equal("/project/b.resnet.lock", Assert.Single(below.Diagnostics).Location.GetLineSpan().Path);
        Assert.Equal((1, 1), (below.Result.Remade(StepNames.LockChains), below.Result.Remade(StepNames.LockFindings)));
    }

    [Fact]
    public void Locks_that_come_and_go_leave_nothing_behind()
    {
        // Without tracking: with it, the compiler forgets an item in the run after one that another left.
        var open = Project.Of("[ResNetGen.ResNet(\"a.resnet.yaml\")] partial class A;").WithSpec(A, "stages: [{ blocks: 1 }]\n");
        var locked = open.WithLock("a").WithSpec(A, "stages: [{ blocks: 2 }]\n").WithSpec("/project/gone.resnet.lock", "resnetgen lock v1\n");
        var driver = open.CreateDriver();
        string[] wrong = ["RNG1025", "RNG1026", "RNG1027"];
        foreach (var (project, expected) in new[] { (open, []), (locked, wrong), (locked, wrong), (open, []), (locked, wrong), (locked.WithLock("a"), wrong[1..]), (open, []) })
        {
            driver = driver.ReplaceAdditionalTexts(project.Specs);
            // Once with what changed, and once with nothing changed.
            for (var run = 0; run < 2; run++)
            {
                driver = driver.RunGenerators(project.Compilation.Clone(), TestContext.Current.CancellationToken);
                Assert.Equal(expected, driver.GetRunResult().Diagnostics.Select(d => d.Id).Order(StringComparer.Ordinal));
            }
        }
    }

    private static string Text(Project project, string path) => project.Specs.Single(s => s.Path == path).GetText()!.ToString();
}
