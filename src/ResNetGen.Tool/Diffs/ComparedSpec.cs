using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Diffs;

/// <summary>Compiles one side of a comparison: a file, or standard input.</summary>
internal static class ComparedSpec
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    // Where the text would lie if nobody says it: beside the other side, under a name that no file has.
    private const string Unnamed = "<stdin>";

    /// <summary>Compiles the spec, or returns null after the findings say what is wrong.</summary>
    /// <param name="side">The spec.</param>
    /// <param name="other">The other side, beside which standard input lies.</param>
    /// <param name="place">Where standard input would lie; null for beside the other side.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static CompiledSpec? Load(string side, string other, string? place, Findings findings)
    {
        if (side != StandardInput)
            return SpecLoader.Load(side, over: null, findings);

        var path = place ?? Path.Combine(Path.GetDirectoryName(other) ?? "", Unnamed);
        using var reader = new StreamReader(Console.OpenStandardInput());
        var document = SpecDocument.Parse(path, Read(reader));
        var name = SpecDocument.Parse(place ?? other, "").FallbackName;
        List<SpecDocument> documents = [document];
        var found = new Findings();
        var values = SpecChain.Merge(document, Find, [], found);
        var spec = values is null ? null : CompiledSpec.Compile(values, name, found);
        findings.AddRange(Silencing.Filter(found.ToArray(), documents));
        return spec;

        SpecDocument? Find(string at)
        {
            // As everywhere: no file is read because a spec names it, but specs.
            if (!at.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase) || !File.Exists(at))
                return null;

            using var file = new StreamReader(at);
            var extended = SpecDocument.Parse(at, Read(file));
            documents.Add(extended);
            return extended;
        }
    }

    // Longer than any spec may be: the reader refuses it, and needs no more of it to say so.
    private static string Read(StreamReader reader)
    {
        var text = new char[Architecture.Yaml.YamlLimits.Characters + 1];
        return new string(text, 0, reader.ReadBlock(text));
    }
}
