using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Diagnostics;

/// <summary>How grave a finding is can be said where the compiler lets it be said, and per file where it does not.</summary>
public class SeverityTests
{
    // The middle of a group is cut: 100 x 4 / 64.
    private const string Cut = "block: bottleneck\ngroups: 32\nwidth_per_group: 4\nstages: [{ blocks: 1, width: 100 }]\n";

    private const string CutByAttribute =
        "[ResNetGen.ResNet(Block = ResNetGen.Block.Bottleneck, Groups = 32, WidthPerGroup = 4, Blocks = new[] { 1 }, Widths = new[] { 100 })]";

    private static readonly Project InSpec = Project
        .Of("[ResNetGen.ResNet(\"net.resnet.yaml\")] partial class Net;").WithSpec("/project/net.resnet.yaml", Cut);

    private static readonly Project InAttribute = Project.Of($"{CutByAttribute} partial class Net;");

    [Theory]
    [InlineData("none", null)]
    [InlineData("None", null)]
    [InlineData("silent", DiagnosticSeverity.Hidden)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("default", DiagnosticSeverity.Warning)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public void A_setting_for_a_spec_says_it(string word, DiagnosticSeverity? severity) =>
        Is(severity, InSpec.WithConfig($"[*.resnet.yaml]\nresnetgen.severity.RNG1008 = {word}\n"));

    [Fact]
    public void A_setting_holds_for_the_files_of_its_section_alone()
    {
        var project = Project.Of("""
            [ResNetGen.ResNet("net.resnet.yaml")] partial class Net;
            [ResNetGen.ResNet("old/other.resnet.yaml")] partial class Other;
            """).WithSpec("/project/net.resnet.yaml", Cut).WithSpec("/project/old/other.resnet.yaml", Cut)
            .WithConfig("[old/*.resnet.yaml]\nresnetgen.severity.RNG1008 = none\n");
        Assert.Equal("/project/net.resnet.yaml", Assert.Single(project.Run().Diagnostics).Location.GetLineSpan().Path);
        Is(DiagnosticSeverity.Warning, InSpec.WithConfig("[*.cs]\nresnetgen.severity.RNG1008 = none\n"));
        Is(DiagnosticSeverity.Warning, InSpec.WithConfig("[*.resnet.yaml]\nresnetgen.severity.RNG1009 = none\n"));
    }

    [Fact]
    public void A_nearer_file_has_the_last_word() => Is(
        DiagnosticSeverity.Error,
        InSpec.WithConfig("[*.resnet.yaml]\nresnetgen.severity.RNG1008 = none\n", "/.editorconfig")
            .WithConfig("[*.resnet.yaml]\nresnetgen.severity.RNG1008 = error\n"));

    [Fact]
    public void A_network_is_generated_whatever_its_warnings_are_called()
    {
        var run = InSpec.WithConfig("[*.resnet.yaml]\nresnetgen.severity.RNG1008 = error\n").Run().Compiles();
        Assert.Equal(InSpec.Run().Source, run.Source);
    }

    [Fact]
    public void A_word_that_is_no_severity_is_told_at_the_file_that_it_is_for()
    {
        var run = InSpec.WithConfig("[*.resnet.yaml]\nresnetgen.severity.rng1008 = warnin\n").Run();
        Assert.Equal(["RNG2013", "RNG1008"], run.Diagnostics.Select(d => d.Id).OrderDescending(StringComparer.Ordinal));
        Assert.Equal(
            "'warnin' is no severity for RNG1008: expected none, silent, suggestion, warning, error or default; did you mean 'warning'?",
            run.Diagnostics.Single(d => d.Id == "RNG2013").GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Settings_change_what_is_found_and_no_file()
    {
        var start = InSpec.WithSource("class Other;", "/project/Other.cs");
        var run = start.Run();
        var edited = run.After(start.WithConfig("[*.resnet.yaml]\nresnetgen.severity.RNG1008 = error\n"));
        Assert.Equal(0, edited.Result.Remade(StepNames.Sources));
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(edited.Diagnostics).Severity);
    }

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, null)]
    [InlineData(ReportDiagnostic.Hidden, DiagnosticSeverity.Hidden)]
    [InlineData(ReportDiagnostic.Error, DiagnosticSeverity.Error)]
    public void NoWarn_and_WarningsAsErrors_work_as_for_the_compilers_own(ReportDiagnostic told, DiagnosticSeverity? severity)
    {
        foreach (var project in new[] { InSpec, InAttribute })
            Is(severity, project.WithCompilation(c => c.WithOptions(c.Options.WithSpecificDiagnosticOptions(ImmutableDictionary<string, ReportDiagnostic>.Empty.Add("RNG1008", told)))));
    }

    [Fact]
    public void TreatWarningsAsErrors_works_as_for_the_compilers_own()
    {
        foreach (var project in new[] { InSpec, InAttribute })
            Is(DiagnosticSeverity.Error, project.WithCompilation(c => c.WithOptions(c.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error))));
    }

    [Theory]
    [InlineData("none", null)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public void A_global_config_works_for_both(string word, DiagnosticSeverity? severity)
    {
        foreach (var project in new[] { InSpec, InAttribute })
            Is(severity, project.WithConfig($"is_global = true\ndotnet_diagnostic.RNG1008.severity = {word}\n", "/project/.globalconfig"));
    }

    [Fact]
    public void An_editorconfig_of_the_compiler_reaches_CSharp_and_no_spec()
    {
        Is(severity: null, InAttribute.WithConfig("[*.cs]\ndotnet_diagnostic.RNG1008.severity = none\n"));
        Is(DiagnosticSeverity.Warning, InSpec.WithConfig("[*]\ndotnet_diagnostic.RNG1008.severity = none\n"));
    }

    [Theory]
    [InlineData("RNG1008", CutByAttribute + " partial class Net;")]
    [InlineData("RNG2001", "[ResNetGen.ResNet(Blocks = new[] { 1 })] class Net;")]
    [InlineData("RNG2004", "[ResNetGen.ResNet(\"gone.resnet.yaml\")] partial class Net;")]
    [InlineData("RNG0008", "[ResNetGen.ResNet(Blocks = new[] { 0 })] partial class Net;")]
    public void A_pragma_silences_what_stands_in_CSharp(string rule, string source)
    {
        Assert.False(Assert.Single(Project.Of(source).Run().Diagnostics, d => d.Id == rule).IsSuppressed);
        foreach (var silenced in new[] { $"#pragma warning disable {rule}\n{source}\n#pragma warning restore {rule}\n", $"#pragma warning disable\n{source}" })
            Assert.All(Project.Of(silenced).Run().Diagnostics, d => Assert.True(d.IsSuppressed));

        var behind = $"#pragma warning disable {rule}\n#pragma warning restore {rule}\n{source}";
        Assert.False(Assert.Single(Project.Of(behind).Run().Diagnostics).IsSuppressed);
    }

    [Fact]
    public void A_finding_in_CSharp_lies_in_its_tree()
    {
        var project = Project.Of("[ResNetGen.ResNet(\"gone.resnet.yaml\")] partial class Net;").WithSource("class Other;", "/project/Other.cs");
        var run = project.Run();
        Assert.Same(project.Compilation.SyntaxTrees[0], Assert.Single(run.Diagnostics).Location.SourceTree);

        // Its file as it is now, and not as it was when the finding was made.
        var edited = project.WithSource("[ResNetGen.ResNet(\"gone.resnet.yaml\")] partial class Net { int x; }");
        Assert.Same(edited.Compilation.SyntaxTrees.Single(t => t.FilePath == Found.SourcePath), Assert.Single(run.After(edited).Diagnostics).Location.SourceTree);
    }

    private static void Is(DiagnosticSeverity? severity, Project project) =>
        Assert.Equal(severity, project.Run().Diagnostics.SingleOrDefault(d => d.Id == "RNG1008" && !d.IsSuppressed)?.Severity);
}
