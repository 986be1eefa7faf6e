using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Architecture.Specs;

/// <summary>One spec file, parsed and nothing more: what the generator keeps per file.</summary>
/// <param name="Path">The file's path as it was handed in.</param>
/// <param name="Values">What it says, or null where it is no spec.</param>
/// <param name="Findings">What is wrong with its text.</param>
/// <param name="Silenced">The ids of the warnings that its comments silence.</param>
public sealed record SpecDocument(string Path, SpecMapping? Values, EquatableArray<Finding> Findings, EquatableArray<string> Silenced)
{
    /// <summary>The ending of every spec file's name.</summary>
    public const string Extension = ".resnet.yaml";

    /// <summary>The name of a network whose spec gives none: the file's, made an identifier.</summary>
    public string FallbackName => Identifiers.From(SpecPath.NameOf(Path));

    /// <summary>Parses a spec's text.</summary>
    public static SpecDocument Parse(string path, string text, CancellationToken cancellation = default)
    {
        var findings = new Findings();
        var values = YamlSpecReader.Read(path, text, findings, cancellation);
        // A text that is no spec has errors alone, and may be far longer than any: nothing looks through it again.
        var silenced = values is null ? EquatableArray<string>.Empty : Silencing.Of(text);
        return new SpecDocument(path, values, findings.ToArray(), silenced);
    }
}
