using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Zoo;

namespace ResNetGen.Tool.Specs;

/// <summary>Reads specs from the disk, or from the zoo, and compiles them.</summary>
internal static class SpecLoader
{
    /// <summary>Compiles every spec; ends the command with all that is wrong where one cannot be.</summary>
    public static List<CompiledSpec> LoadAll(IEnumerable<string> paths, string? input)
    {
        var replacement = input is null ? null : ParseInput(input);
        var specs = new List<CompiledSpec>();
        var errors = new List<string>();
        foreach (var path in paths)
        {
            Interruption.Token.ThrowIfCancellationRequested();
            var findings = new Findings();
            if (Load(path, replacement, findings) is { } spec)
                specs.Add(spec);

            foreach (var finding in findings.ToArray())
            {
                if (finding.Rule.Severity == Severity.Error)
                    errors.Add(finding.ToString());
                else
                    Console.Error.WriteLine(finding);
            }
        }

        return errors.Count == 0
            ? specs
            : throw new ToolException(ExitCode.BadSpec, string.Join('\n', errors.Distinct(StringComparer.Ordinal)));
    }

    /// <summary>Compiles one spec, or returns null after the findings say what is wrong.</summary>
    public static CompiledSpec? Load(string path, SpecMapping? over, Findings findings)
    {
        var document = Open(path);
        var found = new Findings();
        CompiledSpec? compiled = null;
        if (Merge(document, found, out var documents) is { } values)
            compiled = CompiledSpec.Compile(over is null ? values : Overlay.Merge(over, values), document.FallbackName, found, Interruption.Token);

        findings.AddRange(Silencing.Filter(found.ToArray(), documents));
        return compiled;
    }

    /// <summary>Opens the spec that one asked for: a file, or else a network of the zoo.</summary>
    public static SpecDocument Open(string path) =>
        !File.Exists(path) && ZooSpecs.Find(path) is { } known ? Read(known.Path) : Read(path);

    /// <summary>Lays a spec over what it extends; null after the findings say what is wrong.</summary>
    /// <param name="document">The spec.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="documents">The spec, and those that it stands on.</param>
    public static SpecMapping? Merge(SpecDocument document, Findings findings, out List<SpecDocument> documents)
    {
        List<SpecDocument> chain = [document];
        documents = chain;
        return SpecChain.Merge(document, FindBase, Neighbours(document.Path), findings, Interruption.Token);

        SpecDocument? FindBase(string other)
        {
            if (FindFrom(document, other) is not { } extended)
                return null;

            chain.Add(extended);
            return extended;
        }
    }

    private static SpecDocument Read(string path)
    {
        if (ZooSpecs.Has(path))
            return SpecDocument.Parse(path, ZooSpecs.Text(path));

        var full = Path.GetFullPath(path);
        if (Directory.Exists(full))
            throw new ToolException(ExitCode.InputOutput, $"resnetgen: '{path}' is a folder, not a spec file.");

        if (!File.Exists(full))
        {
            var hint = NearestWord.Hint(Path.GetFileName(path), Neighbours(path));
            throw new ToolException(ExitCode.InputOutput, $"resnetgen: there is no file '{path}'{(hint.Length > 0 ? hint : HintOfZoo(path))}");
        }

        // Longer than any spec may be: the reader refuses it, and needs no more of it to say so. No file has more characters than bytes.
        using var reader = new StreamReader(full);
        const int most = Architecture.Yaml.YamlLimits.Characters + 1;
        var text = new char[reader.BaseStream is { CanSeek: true, Length: > 0 and < most and var bytes } ? bytes : most];
        var length = reader.ReadBlock(text);
        return SpecDocument.Parse(path, new string(text, 0, length));
    }

    // A lone name was meant for one of the zoo; a path was not.
    private static string HintOfZoo(string path) => Path.GetFileName(path) != path ? "" : ZooSpecs.Find(SpecPath.NameOf(path)) is { } known
        ? $"; '{known.Name}' alone is the zoo's"
        : path.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase)
            ? ""
            : ", and no such network in the zoo" + NearestWord.Hint(path, ZooSpecs.All.Select(s => s.Name));

    // As in the compiler, which has spec files alone: no other file of the machine is read because a spec names it, and the
    // zoo is there for the zoo's own.
    private static SpecDocument? FindFrom(SpecDocument document, string path)
    {
        var isThere = ZooSpecs.Has(document.Path)
            ? ZooSpecs.Has(path)
            : path.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase) && File.Exists(path);
        return isThere ? Read(path) : null;
    }

    private static IEnumerable<string> Neighbours(string path)
    {
        if (ZooSpecs.Has(path))
            return ZooSpecs.All.Select(s => s.Name + SpecDocument.Extension);

        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*" + SpecDocument.Extension).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)
            : [];
    }

    private static SpecMapping ParseInput(string text)
    {
        var site = Site.StartOf("--input");
        var parts = text.Split('x');
        if (parts.Length != 3 || !parts.All(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= Bounds.Extent))
            throw new ToolException(ExitCode.Usage, $"resnetgen: '--input {text}' is not CxHxW, such as 3x224x224.");

        var items = parts.Select(p => (SpecValue)new SpecScalar(p, IsQuoted: false, site)).ToEquatableArray();
        var entry = new SpecEntry(new SpecScalar(SpecKeys.Input.Name, IsQuoted: false, site), new SpecList(items, site));
        return new SpecMapping(new[] { entry }.ToEquatableArray(), site);
    }
}
