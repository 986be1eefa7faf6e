using System.Text;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Architecture.Yaml;
using ResNetGen.Tool.Zoo;

namespace ResNetGen.Tool.Specs;

/// <summary>A spec to start from, made from one of the zoo: it stands on no other file, and its keys are explained.</summary>
internal static class ZooStart
{
    private const int LineLength = 110;

    /// <summary>Returns the spec of <paramref name="known"/>, called <paramref name="name"/>.</summary>
    public static string Write(ZooSpec known, string name)
    {
        var findings = new Findings();
        var document = SpecLoader.Open(known.Path);
        var values = SpecLoader.Merge(document, findings, out var documents)
            ?? throw new InvalidOperationException($"the zoo's {known.Name} is no spec: {findings.ToArray()[0]}");

        var text = new StringBuilder();
        text.Append(SchemaText.Modeline(SchemaText.FileName)).Append('\n');
        foreach (var line in Wrapped($"Starts from {known.Name}: {Comment(ZooSpecs.Text(known.Path))}"))
            text.Append(line);

        foreach (var id in documents.SelectMany(d => d.Silenced).Distinct(StringComparer.Ordinal))
            text.Append("# resnetgen: disable ").Append(id).Append('\n');

        foreach (var (key, value) in Ordered(values, name))
        {
            var entry = new SpecEntry(new SpecScalar(key.Name, IsQuoted: false, value.Site), value);
            if (key != SpecKeys.Version)
                text.Append('\n');

            foreach (var line in Explained(key, value))
                text.Append(line);

            text.Append(YamlSpecWriter.Write(new SpecMapping(new[] { entry }.ToEquatableArray(), value.Site)));
        }

        return text.ToString();
    }

    private static IEnumerable<(Key Key, SpecValue Value)> Ordered(SpecMapping values, string name)
    {
        foreach (var key in SpecKeys.Spec.Keys)
        {
            if (key == SpecKeys.Name)
                yield return (key, new SpecScalar(name, IsQuoted: false, values.Site));
            else if (key != SpecKeys.Extends && values.Find(key.Name) is { } value)
                yield return (key, value);
        }
    }

    private static IEnumerable<string> Explained(Key key, SpecValue value)
    {
        if (key == SpecKeys.Version)
            yield break;

        foreach (var line in Wrapped(key.Description + DefaultOf(key)))
            yield return line;

        // A word is one of several; those in a mapping have their lines there.
        if (WordsOf(key, value) is { } words)
        {
            foreach (var line in Wrapped("Words: " + string.Join(", ", words.Texts) + "."))
                yield return line;
        }

        foreach (var part in PartsOf(key, value))
        {
            foreach (var line in Wrapped($"  {part.Name}: {part.Description}"))
                yield return line;
        }
    }

    private static string DefaultOf(Key key) => key.DefaultText.Length == 0 ? "" : $" Default: {key.DefaultText}.";

    private static IWords? WordsOf(Key key, SpecValue value) =>
        value is SpecScalar ? key.Holds as IWords ?? (key.Holds as MappingShape)?.Shorthand?.Holds as IWords : null;

    // The keys inside that are there, each once.
    private static IEnumerable<Key> PartsOf(Key key, SpecValue value)
    {
        var shape = key.Holds as MappingShape ?? (key.Holds as IListShape)?.Item as MappingShape;
        var mappings = value is SpecList list ? list.Items.OfType<SpecMapping>() : value is SpecMapping mapping ? [mapping] : [];
        var said = mappings.SelectMany(m => m.Entries).Select(e => e.Key.Text).ToHashSet(StringComparer.Ordinal);
        return shape is null ? [] : shape.Keys.Where(k => said.Contains(k.Name));
    }

    // What the zoo's own file says of it, behind its modeline.
    private static string Comment(string text) => string.Join(
        ' ',
        text.Split('\n').TakeWhile(l => l.StartsWith('#')).Where(l => !l.StartsWith("# yaml-language-server", StringComparison.Ordinal) && !l.Contains("resnetgen: disable", StringComparison.Ordinal))
            .Select(l => l.TrimEnd('\r')[1..].Trim()));

    private static IEnumerable<string> Wrapped(string text)
    {
        var indent = text.Length - text.TrimStart().Length;
        var line = new StringBuilder("#" + new string(' ', indent));
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length + 1 + word.Length > LineLength)
            {
                yield return line.Append('\n').ToString();
                line = new StringBuilder("#" + new string(' ', indent + (indent > 0 ? 2 : 0)));
            }

            line.Append(' ').Append(word);
        }

        yield return line.Append('\n').ToString();
    }
}
