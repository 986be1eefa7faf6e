using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Export.Onnx;

/// <summary>Compiles a spec that comes as text, not as a file.</summary>
internal static class SpecOfText
{
    private const string Name = "spec";

    /// <summary>Returns the network, or throws with every error.</summary>
    /// <exception cref="ArgumentException">The text is no spec of a network.</exception>
    public static CompiledSpec Compile(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var document = SpecDocument.Parse(Name, text);
        var findings = new Findings();
        if (SpecChain.Merge(document, _ => null, [], findings) is { } values
            && CompiledSpec.Compile(values, "Network", findings) is { } spec)
        {
            return spec;
        }

        var errors = findings.ToArray().Where(f => f.Rule.Severity == Severity.Error);
        throw new ArgumentException("The text is no spec of a network:\n" + string.Join('\n', errors), nameof(text));
    }
}
