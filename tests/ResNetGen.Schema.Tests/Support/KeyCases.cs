using System.Globalization;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Schema.Tests.Support;

/// <summary>One value for one key of the language, in a spec that is right but for it.</summary>
/// <param name="Path">The key with those that lead to it: <c>stages.norm.eps</c>.</param>
/// <param name="Text">The spec.</param>
internal sealed record KeyCase(string Path, string Text);

/// <summary>Every key of the language, wherever it may stand, with values right and wrong: made from the language itself.</summary>
internal static class KeyCases
{
    // For every key, whatever it holds.
    private static readonly string[] Anything =
    [
        "~", "null", "", "\"\"", "true", "false", "yes", "\"true\"", "0", "1", "2", "-1", "+1", "01", "\"1\"", "0.5", "-0.5", "1.5", "1e-3", "\"0.5\"",
        "99999999", "-99999999", "99999999999999999999", "c1", "c0", "c9999999", "c", "none", "nonee", "x y", "größe", "while", "_", "9a", "'a'",
        "[]", "[1]", "[1, 2, 3]", "[0, 0, 0]", "[1, 2, 3, 4]", "[true]", "[true, true, true]", "[yes]", "[~]", "[[1]]", "[{}]", "[c1]", "[\"1\"]",
        "{}", "{ x: 1 }", "{ kind: none }", "{ kind: 1 }",
    ];

    private static readonly string[] Missing =
    [
        "version: 1", "stages: [{}]", "stages: [{ blocks: 1 }, { width: 8 }]", "n: 1", "depth: 8", "n: 1\nstages: [{}]", "depth: 6\nstages: [{ width: 8 }, {}]",
        "extends: a.resnet.yaml", "extends: a.resnet.yaml\nstages: [{}, { width: 3 }]", "n: 1\nstem: { convs: [{ kernel: 3 }] }",
        "extends: a.resnet.yaml\nstem: { convs: [{ kernel: 3 }] }", "n: 1\nstem: { convs: [{ channels: 3 }, {}] }",
    ];

    /// <summary>Every case; alone, and on top of another spec.</summary>
    public static IReadOnlyList<KeyCase> All { get; } = [.. Cases()];

    /// <summary>Every key with its path, and what makes a spec of a value for it.</summary>
    public static IEnumerable<(string Path, Key Key, Func<string, string> Spec)> Keys() => Keys(SpecKeys.Spec, "", text => text);

    private static IEnumerable<KeyCase> Cases()
    {
        foreach (var (path, key, spec) in Keys())
        {
            foreach (var value in Anything.Concat(Own(key)))
            {
                yield return new KeyCase(path, spec(value));
                yield return new KeyCase(path, "extends: base.resnet.yaml\n" + spec(value));
            }

            // A misspelling, and the key once more under another name.
            foreach (var name in new[] { key.Name[1..] + key.Name[0], key.Name + "s", key.Name.ToUpperInvariant() })
                yield return new KeyCase(path, spec(key.Example).Replace($"{key.Name}: {key.Example}", $"{name}: {key.Example}", StringComparison.Ordinal));
        }

        foreach (var text in Missing)
            yield return new KeyCase("", text);
    }

    private static IEnumerable<(string Path, Key Key, Func<string, string> Spec)> Keys(MappingShape mapping, string path, Func<string, string> around)
    {
        foreach (var key in mapping.Keys)
        {
            string Spec(string value) => around(Entries(mapping, key, value));
            yield return (path + key.Name, key, Spec);
            if (key.Holds.Mapping is not { } below)
                continue;

            var isList = key.Holds is not MappingShape;
            foreach (var inner in Keys(below, path + key.Name + ".", text => Spec(isList ? $"[{{ {text} }}]" : $"{{ {text} }}")))
                yield return inner;
        }
    }

    // The key, and what else the mapping needs.
    private static string Entries(MappingShape mapping, Key key, string value)
    {
        var needed = mapping == SpecKeys.Spec && key.Name is not ("stages" or "n" or "depth") ? "stages: [{ blocks: 1 }]"
            : mapping == StageKeys.Stage && key != StageKeys.Blocks ? "blocks: 1"
            : Needed(mapping, key);
        var entry = $"{key.Name}: {value}";
        return mapping == SpecKeys.Spec ? $"{entry}\n{needed}\n" : needed.Length == 0 ? entry : $"{needed}, {entry}";
    }

    // What is right for this key, and what is barely right or wrong.
    private static IEnumerable<string> Own(Key key) =>
        Of(key.Holds).Append(key.Example).Append($"'{key.Example}'").Concat(key.DefaultText.Contains(' ', StringComparison.Ordinal) ? [] : [key.DefaultText]);

    private static IEnumerable<string> Of(Shape shape) => shape switch
    {
        IntegerShape whole => Around(whole.Minimum).Concat(Around(whole.Maximum)),
        NumberShape number => new[] { number.Minimum, number.Maximum }
            .SelectMany(n => new[] { n - 0.001, n, n + 0.001 }).Select(n => n.ToString("0.###", CultureInfo.InvariantCulture)),
        IWords words => words.Members.Select(m => m.ToLowerInvariant()).Concat(words.Texts).Concat(words.Texts.Select(w => $"\"{w}\"")).Concat(words.Texts.Select(w => w[1..])),
        IListShape list => Lists(list),
        TapShape => ["0", "1", "999999", "1000000", "c0", "c1", "c999999", "c1000000", "c01", "\"3\"", "d1"],
        IdentifierShape => ["Größe", "a_1", new string('a', Identifiers.MaximumLength), new string('a', Identifiers.MaximumLength + 1)],
        MappingShape { Shorthand: { } shorthand } => Of(shorthand.Holds),
        _ => [],
    };

    private static IEnumerable<string> Around(int bound) => Enumerable.Range(bound - 1, 3).Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<string> Lists(IListShape list)
    {
        var item = Item(list.Item);
        foreach (var count in new[] { list.Minimum - 1, list.Minimum, list.Maximum, list.Maximum + 1 })
            yield return $"[{string.Join(", ", Enumerable.Repeat(item, count))}]";

        foreach (var one in Of(list.Item))
            yield return $"[{string.Join(", ", Enumerable.Repeat(item, Math.Max(0, list.Minimum - 1)).Append(one))}]";
    }

    private static string Item(Shape shape) => shape switch
    {
        IntegerShape whole => whole.Minimum.ToString(CultureInfo.InvariantCulture),
        SwitchShape => "true",
        TapShape => "c2",
        MappingShape mapping => $"{{ {(mapping == StageKeys.Stage ? "blocks: 1" : Needed(mapping, except: null))} }}",
        _ => throw new ArgumentException(shape.Expected, nameof(shape)),
    };

    private static string Needed(MappingShape mapping, Key? except) =>
        string.Join(", ", mapping.Keys.Where(k => k.IsRequired && k != except).Select(k => $"{k.Name}: {k.Example}"));
}
