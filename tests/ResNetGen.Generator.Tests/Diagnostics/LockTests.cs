using System.Globalization;
using Microsoft.CodeAnalysis;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Diagnostics;

/// <summary>No architecture changes by accident: what a lock says is compared with what its spec gives.</summary>
public class LockTests
{
    private const string Spec = "input: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 16 }]\n";
    private const string SpecPath = "/project/a.resnet.yaml";
    private const string LockPath = "/project/a.resnet.lock";

    private static readonly Project Start = Project.Of("[ResNetGen.ResNet(\"a.resnet.yaml\")] partial class A;").WithSpec(SpecPath, Spec).WithLock("a");

    [Fact]
    public void A_spec_that_gives_what_is_locked_has_no_finding() => Start.Run().IsClean().Compiles();

    [Fact]
    public void A_changed_architecture_is_an_error_in_the_lock_and_the_code_is_generated()
    {
        var run = Start.WithSpec(SpecPath, Spec.Replace("blocks: 2", "blocks: 3")).Run().Compiles();
        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(("RNG1025", DiagnosticSeverity.Error, LockPath), (found.Id, found.Severity, found.Location.GetLineSpan().Path));
        Assert.StartsWith("locked: depth 6; the spec gives 8 (", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.EndsWith(" more facts differ): 'resnetgen snapshot a.resnet.yaml' accepts the change", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("public const long Parameters", run.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("norm: { eps: 1e-3 }\n", "locked: stem layers conv 3x3, 3 to 16; batch_norm; relu; the spec gives conv 3x3, 3 to 16; batch_norm, eps 0.001; relu")]
    [InlineData("zero_init_residual: true\n", "locked: training init kaiming_fan_out")]
    [InlineData("activation: silu\n", "locked: inference memory 262,144 bytes; the spec gives ")]
    [InlineData("norm: { kind: group, groups: 4 }\n", "locked: buffers 15; the spec gives 0")]
    public void A_change_that_no_count_tells_is_found_too(string said, string message)
    {
        var found = Assert.Single(Start.WithSpec(SpecPath, Spec + said).Run().Diagnostics);
        Assert.Equal("RNG1025", found.Id);
        Assert.StartsWith(message, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void How_a_spec_is_written_and_what_it_is_called_is_not_locked() =>
        Start.WithSpec(SpecPath, "# the same\nname: Other\nhead: { classes: 1000 }\n" + Spec).Run().IsClean();

    [Fact]
    public void A_lock_is_compared_without_a_class() =>
        Assert.Equal("RNG1025", Assert.Single(Project.Of("class Other;").WithSpec(SpecPath, Spec).WithLock("a").WithSpec(SpecPath, Spec + "activation: elu\n").Run().Diagnostics).Id);

    [Fact]
    public void A_lock_is_about_the_spec_and_not_about_a_class_on_top_of_it()
    {
        var project = Project.Of("[ResNetGen.ResNet(\"a.resnet.yaml\", Classes = 10)] partial class A; [ResNetGen.ResNet(\"a.resnet.yaml\")] partial class B;")
            .WithSpec(SpecPath, Spec).WithLock("a");
        project.Run().IsClean();
        // Two classes, one spec, one finding.
        Assert.Equal("RNG1025", Assert.Single(project.WithSpec(SpecPath, Spec + "activation: elu\n").Run().Diagnostics).Id);
    }

    [Fact]
    public void What_an_extended_spec_says_is_locked_too()
    {
        var project = Start.WithSpec("/project/b.resnet.yaml", "extends: a.resnet.yaml\nactivation: elu\n").WithLock("b");
        project.Run().IsClean();
        var run = project.WithSpec(SpecPath, Spec.Replace("width: 16", "width: 32")).Run();
        Assert.Equal(["/project/a.resnet.lock", "/project/b.resnet.lock"], run.Diagnostics.Select(d => d.Location.GetLineSpan().Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_locked_spec_that_is_wrong_is_told_once_at_its_token()
    {
        var run = Start.WithSpec(SpecPath, Spec.Replace("blocks: 2", "blocks: 0")).Run();
        Assert.Equal("RNG0008", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void A_base_that_is_missing_is_told_once()
    {
        var run = Start.WithSpec(SpecPath, "extends: gone.resnet.yaml\n").Run();
        Assert.Equal("RNG0012", Assert.Single(run.Diagnostics).Id);
    }

    [Theory]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("none", null)]
    public void Its_severity_can_be_set(string word, DiagnosticSeverity? severity)
    {
        var project = Start.WithSpec(SpecPath, Spec + "activation: elu\n").WithConfig($"[*.resnet.lock]\nresnetgen.severity.RNG1025 = {word}\n");
        Assert.Equal(severity, project.Run().Diagnostics.SingleOrDefault()?.Severity);
    }

    [Fact]
    public void Files_that_are_neither_specs_nor_locks_are_left_alone()
    {
        var project = Start.WithSpec("/project/readme.txt", "resnetgen lock v9").WithSpec("/project/packages.lock", "{")
            .WithConfig("[*]\nresnetgen.severity.RNG1025 = nonsense\n");
        Assert.Equal([LockPath, SpecPath], project.Run().Diagnostics.Select(d => d.Location.GetLineSpan().Path).Order(StringComparer.Ordinal));
    }
}
