using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Export;

/// <summary>Makes networks of specs that are texts: no file is read.</summary>
public static class SpecText
{
    /// <summary>Compiles a spec that extends none.</summary>
    /// <param name="text">The spec, as a <c>.resnet.yaml</c> file has it.</param>
    /// <param name="path">What messages call it; its name is the network's where the spec gives none.</param>
    /// <exception cref="SpecException">The spec has errors: its message lists each as <c>path(line,column): error RNG0001: text</c>.</exception>
    public static CompiledSpec Compile(string text, string path = "spec.resnet.yaml") => Compile(text, path, static _ => null);

    /// <summary>Compiles a spec.</summary>
    /// <param name="text">The spec, as a <c>.resnet.yaml</c> file has it.</param>
    /// <param name="path">What messages call it; what it extends is relative to it.</param>
    /// <param name="find">Returns the text of the spec at a path that <c>extends</c> leads to, or null where there is none.</param>
    /// <exception cref="SpecException">The spec has errors: its message lists each as <c>path(line,column): error RNG0001: text</c>.</exception>
    public static CompiledSpec Compile(string text, string path, Func<string, string?> find)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(find);

        var findings = new Findings();
        var document = SpecDocument.Parse(path, text);
        var values = SpecChain.Merge(
            document, at => find(at) is { } below ? SpecDocument.Parse(at, below) : null, known: [], findings);
        if (values is not null && CompiledSpec.Compile(values, document.FallbackName, findings) is { } spec)
            return spec;

        var errors = findings.ToArray().Where(f => f.Rule.Severity == Severity.Error);
        throw new SpecException(string.Join('\n', errors));
    }
}
