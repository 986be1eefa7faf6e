using ResNetGen.Architecture.Specs;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Caching;

/// <summary>The same with every published network in one project: what runs again is counted, not timed.</summary>
public class ZooCachingTests
{
    private static readonly string[] Names = [.. Zoo.Names];

    private static readonly Project Start = Zoo.Project(Names).WithSource("class Other;", "/project/Other.cs");

    [Fact]
    public void One_edit_among_all_networks_runs_again_what_depends_on_it()
    {
        var start = Start.Run().IsClean();
        Assert.Equal(Names.Length, start.Sources.Count);

        RunReasons.AllFromCache(start.After(p => p.WithSource("class Other { int x; }", "/project/Other.cs")).Result);

        var leaf = start.After(p => Edit(p, "cifar_resnet1202_A", text => text + "zero_init_residual: true\n"));
        Counts(leaf, documents: 1, chains: 1, sources: 1);
        Assert.Contains("class cifar_resnet1202_A", Changed(start, leaf), StringComparison.Ordinal);

        Counts(start.After(p => Edit(p, "resnet50", text => "# why\n" + text + "\n\n# how\n")), documents: 1, chains: Standing("resnet50").Count, sources: 0);

        var onResNet50 = Standing("resnet50");
        Assert.InRange(onResNet50.Count, 20, Names.Length - 20);
        var edited = start.After(p => Edit(p, "resnet50", text => text.Replace("width: 64 }", "width: 128 }")));
        Assert.Equal((1, onResNet50.Count), (edited.Result.Remade(StepNames.Documents), edited.Result.Remade(StepNames.Chains)));
        var remade = edited.Sources.Where(s => start.Sources[s.Key] != s.Value).Select(s => s.Key["Zoo.".Length..^".g.cs".Length]).ToList();
        Assert.Equal(remade.Count, edited.Result.Remade(StepNames.Sources));
        // Those that say their widths themselves stay as they are.
        Assert.Empty(remade.Except(onResNet50));
        Assert.InRange(remade.Count, 20, onResNet50.Count);
    }

    private static void Counts(GeneratorRun run, int documents, int chains, int sources)
    {
        var result = run.IsClean().Result;
        Assert.Equal(
            (documents, chains, sources, sources),
            (result.Remade(StepNames.Documents), result.Remade(StepNames.Chains), result.Remade(StepNames.Sources), result.RemadeOutputs()));
    }

    private static string Changed(GeneratorRun before, GeneratorRun after) =>
        Assert.Single(after.Sources, s => before.Sources[s.Key] != s.Value).Value;

    private static Project Edit(Project project, string name, Func<string, string> edit)
    {
        var spec = project.Specs.Single(s => SpecPath.NameOf(s.Path) == name);
        return project.WithSpec(spec.Path, edit(spec.GetText()!.ToString()));
    }

    // The spec itself, and whatever extends it, directly or not.
    private static HashSet<string> Standing(string name)
    {
        HashSet<string> standing = [name];
        var bases = Start.Specs.ToDictionary(s => SpecPath.NameOf(s.Path), s => s.GetText()!.Lines
            .Select(l => l.ToString()).Where(l => l.StartsWith("extends: ", StringComparison.Ordinal))
            .Select(l => SpecPath.NameOf(l["extends: ".Length..])).SingleOrDefault());
        while (bases.Where(b => b.Value is not null && standing.Contains(b.Value)).Any(b => standing.Add(b.Key)))
        {
        }

        return standing;
    }
}
