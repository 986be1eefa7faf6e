using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Tests.Support;

/// <summary>Compiles specs that stand in the tests themselves.</summary>
internal static class Spec
{
    public const string Path = "net.resnet.yaml";

    /// <summary>Goes the whole way: the spec, what it extends among <paramref name="others"/>, and what was found and not silenced.</summary>
    public static (CompiledSpec? Spec, EquatableArray<Finding> Findings) Compile(string text, params (string Path, string Text)[] others)
    {
        var findings = new Findings();
        var document = SpecDocument.Parse(Path, text, TestContext.Current.CancellationToken);
        var files = others.Select(o => SpecDocument.Parse(o.Path, o.Text)).Append(document).ToDictionary(d => d.Path);
        var values = SpecChain.Merge(document, files.GetValueOrDefault, files.Keys, findings);
        var compiled = values is null || findings.HasErrors
            ? null
            : CompiledSpec.Compile(values, document.FallbackName, findings, TestContext.Current.CancellationToken);
        return (compiled, Silencing.Filter(findings.ToArray(), files.Values).ToEquatableArray());
    }

    /// <summary>Compiles a spec that must be right.</summary>
    public static CompiledSpec Right(string text, params (string Path, string Text)[] others)
    {
        var (spec, findings) = Compile(text, others);
        Assert.Empty(findings);
        return spec!;
    }

    /// <summary>Compiles a spec that must have exactly one thing wrong.</summary>
    public static Finding Wrong(string text, params (string Path, string Text)[] others)
    {
        var (spec, findings) = Compile(text, others);
        var finding = Assert.Single(findings);
        Assert.Equal(finding.Rule.Severity == Severity.Warning, spec is not null);
        return finding;
    }
}
