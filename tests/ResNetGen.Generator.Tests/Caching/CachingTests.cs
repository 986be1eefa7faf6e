using ResNetGen.Generator.Tests.Support;
using Xunit.Sdk;

namespace ResNetGen.Generator.Tests.Caching;

/// <summary>An edit runs again what depends on it, and nothing else.</summary>
public class CachingTests
{
    private const string Source = """
        using ResNetGen;
        [ResNet("a.resnet.yaml")] partial class A;
        [ResNet("b.resnet.yaml")] partial class B;
        [ResNet("c.resnet.yaml", Classes = 5)] partial class C;
        """;

    private static readonly Project Start = Project.Of(Source)
        .WithSource("class Other;", "/project/Other.cs")
        .WithSpec("/project/a.resnet.yaml", "stages: [{ blocks: 1 }]\n")
        .WithSpec("/project/b.resnet.yaml", "extends: base.resnet.yaml\n")
        .WithSpec("/project/c.resnet.yaml", "extends: base.resnet.yaml\nblock: bottleneck\n")
        .WithSpec("/project/base.resnet.yaml", "stages: [{ blocks: 2 }]\n");

    [Fact]
    public void The_first_run_makes_everything()
    {
        var first = Start.Run().IsClean().Compiles().Result;
        Assert.Equal(RunReasons.Steps.Order(), first.TrackedSteps.Keys.Intersect(RunReasons.Steps).Order());
        Assert.Equal((4, 3, 3, 3), (first.Remade(StepNames.Documents), first.Remade(StepNames.Classes), first.Remade(StepNames.Sources), first.GeneratedSources.Length));
    }

    [Fact]
    public void An_edit_elsewhere_runs_nothing_again() =>
        RunReasons.AllFromCache(Start.Run().After(p => p.WithSource("class Other { int x; }", "/project/Other.cs")).Result);

    [Fact]
    public void A_method_beside_the_class_runs_nothing_again() =>
        RunReasons.AllFromCache(Start.Run().After(p => p.WithSource(Source + "\nclass D { void M() { } }")).Result);

    [Fact]
    public void The_check_of_the_cache_can_fail()
    {
        var edited = Start.Run().After(p => p.WithSpec("/project/a.resnet.yaml", "stages: [{ blocks: 9 }]\n"));
        Assert.ThrowsAny<XunitException>(() => RunReasons.AllFromCache(edited.Result));
    }

    [Fact]
    public void One_spec_of_three_makes_one_file_again()
    {
        var edited = Start.Run().After(p => p.WithSpec("/project/a.resnet.yaml", "stages: [{ blocks: 9 }]\n")).IsClean().Result;
        Assert.Equal(1, edited.Remade(StepNames.Documents));
        Assert.Equal(0, edited.Remade(StepNames.Classes));
        Assert.Equal(1, edited.Remade(StepNames.Inputs));
        Assert.Equal(1, edited.Remade(StepNames.Resolved));
        Assert.Equal(1, edited.Remade(StepNames.Sources));
        Assert.Equal(0, edited.Remade(StepNames.Findings));
        Assert.Equal(1, edited.RemadeOutputs());
    }

    [Fact]
    public void A_comment_in_a_spec_makes_no_file_again()
    {
        var start = Start.Run();
        var edited = start.After(p => p.WithSpec("/project/a.resnet.yaml", "# why\nstages: [{ blocks: 1 }] # how\n"));
        Assert.Equal(1, edited.Result.Remade(StepNames.Documents));
        Assert.Equal(0, edited.Result.Remade(StepNames.Sources));
        Assert.Equal(0, edited.Result.RemadeOutputs());
        Assert.Same(start.Result.GeneratedSources[0].SourceText, edited.Result.GeneratedSources[0].SourceText);
    }

    [Fact]
    public void A_comment_that_silences_a_warning_changes_what_is_found_and_no_file()
    {
        const string cut = "block: bottleneck\ngroups: 32\nwidth_per_group: 4\nstages: [{ blocks: 1, width: 100 }]\n";
        var start = Start.WithSpec("/project/a.resnet.yaml", cut).Run();
        Assert.Equal("RNG1008", Assert.Single(start.Diagnostics).Id);

        // At the end, so that nothing moves.
        var silenced = start.After(p => p.WithSpec("/project/a.resnet.yaml", cut + "# resnetgen: disable RNG1008\n"));
        Assert.Empty(silenced.Diagnostics);
        Assert.Equal(1, silenced.Result.Remade(StepNames.Documents));
        Assert.Equal(1, silenced.Result.Remade(StepNames.Findings));
        Assert.Equal(0, silenced.Result.Remade(StepNames.Sources));
        Assert.Equal(1, silenced.Result.RemadeOutputs());
        Assert.Same(start.Result.GeneratedSources[0].SourceText, silenced.Result.GeneratedSources[0].SourceText);

        Assert.Equal("RNG1008", Assert.Single(silenced.After(p => p.WithSpec("/project/a.resnet.yaml", cut)).Diagnostics).Id);
    }

    [Fact]
    public void A_base_spec_makes_again_what_extends_it()
    {
        var edited = Start.Run().After(p => p.WithSpec("/project/base.resnet.yaml", "stages: [{ blocks: 3 }]\n")).IsClean().Result;
        Assert.Equal(1, edited.Remade(StepNames.Documents));
        Assert.Equal(2, edited.Remade(StepNames.Inputs));
        Assert.Equal(2, edited.Remade(StepNames.Sources));
        Assert.Equal(2, edited.RemadeOutputs());
    }

    [Fact]
    public void What_a_base_says_and_a_variant_overrides_makes_nothing_again()
    {
        var edited = Start.Run().After(p => p.WithSpec("/project/base.resnet.yaml", "head: { classes: 5 }\nstages: [{ blocks: 2 }]\n")).Result;
        Assert.Equal(1, edited.Remade(StepNames.Sources)); // B; C says its classes itself.
    }

    [Fact]
    public void A_spec_that_nobody_names_makes_nothing_again()
    {
        var edited = Start.Run().After(p => p.WithSpec("/project/d.resnet.yaml", "stages: [{ blocks: 3 }]\n")).Result;
        Assert.Equal(1, edited.Remade(StepNames.Documents));
        Assert.Equal(0, edited.Remade(StepNames.Inputs));
        Assert.Equal(0, edited.RemadeOutputs());
    }

    [Fact]
    public void An_attributes_argument_makes_its_class_again()
    {
        var edited = Start.Run().After(p => p.WithSource(Source.Replace("Classes = 5", "Classes = 6"))).Result;
        Assert.Equal(1, edited.Remade(StepNames.Classes));
        Assert.Equal(1, edited.Remade(StepNames.Sources));
        Assert.Equal(1, edited.RemadeOutputs());
    }

    [Fact]
    public void A_mistake_and_its_repair_leave_nothing_behind()
    {
        var start = Start.Run();
        var broken = start.After(p => p.WithSpec("/project/a.resnet.yaml", "stages: [{ blocks: 0 }]\n"));
        Assert.Equal("RNG0008", Assert.Single(broken.Diagnostics).Id);
        Assert.Equal(3, broken.Compiles().Sources.Count);

        var repaired = broken.After(Start);
        Assert.Empty(repaired.Diagnostics);
        Assert.Equal(start.Sources, repaired.Sources);
    }

    [Fact]
    public void Cancellation_ends_the_run_and_is_no_finding()
    {
        var driver = Microsoft.CodeAnalysis.CSharp.CSharpGeneratorDriver.Create(
            [Microsoft.CodeAnalysis.GeneratorExtensions.AsSourceGenerator(new ResNetGenerator())], Start.Specs);
        Assert.Throws<OperationCanceledException>(() => driver.RunGenerators(Start.Compilation, new CancellationToken(canceled: true)));
    }
}
