using System.Globalization;
using System.Text;

namespace ResNetGen.Fuzz.Limits;

/// <summary>What the generator must bear: each is refused with one diagnostic, or is legal.</summary>
internal static class Attacks
{
    private const string Sound = "stages: [{ blocks: 1, width: 8 }]\n";

    // The most characters that a spec may have.
    private const int Most = 256 * 1024;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Attack> All { get; } = [.. Sizes(), .. Nesting(), .. Features(), .. Encodings(), .. Values(), .. Names(), .. Chains()];

    private static IEnumerable<Attack> Sizes() =>
    [
        Attack.AtOnce("10 MB", "RNG0004", () => Repeat("a: 1\n", 2 << 20)),
        Attack.AtOnce("10 MB on one line", "RNG0004", () => Sound + "#" + new string('x', 10 << 20)),
        Attack.AtOnce("10 MB of comments that silence", "RNG0004", () => Sound + Repeat("# resnetgen: disable ", 500_000)),
        Attack.Of("a comment of 12,000 marks that silence", null, () => Sound + Repeat("# resnetgen: disable ", 12_000) + "\n"),
        Attack.AtOnce("one character too many", "RNG0004", () => Sound.PadRight(Most + 1, '#')),
        Attack.Of("as many characters as may be", null, () => (Sound + "#").PadRight(Most, 'x')),
        Attack.AtOnce("a million items", "RNG0004", () => "stages:\n" + Repeat("- 1\n", 1_000_000)),
        Attack.Of("60,000 items", "RNG0004", () => "stages:\n" + Repeat("- 1\n", 60_000)),
        Attack.Of("as many values as may be, of no use", "RNG0005", () => "a: [" + Repeat("1,", 19_000) + "1]\n" + Sound),
        Attack.Of("130,000 lines of comment", null, () => Repeat("#\n", 130_000) + Sound),
        Attack.Of("260,000 empty lines", null, () => Repeat("\n", 260_000) + Sound),
        Attack.Of("260,000 tabs", "RNG0002", () => new string('\t', 260_000)),
        Attack.Of("260,000 spaces", "RNG0002", () => new string(' ', 260_000)),
        Attack.Of("nothing", "RNG0002", () => ""),
    ];

    private static IEnumerable<Attack> Nesting() =>
    [
        Attack.AtOnce("100,000 open brackets", "RNG0004", () => new string('[', 100_000)),
        Attack.AtOnce("100,000 open braces", "RNG0004", () => new string('{', 100_000)),
        Attack.AtOnce("2,000 nested lists", "RNG0004", () => new string('[', 2000) + new string(']', 2000)),
        Attack.AtOnce("120,000 lists", "RNG0004", () => "[" + Repeat("[],", 80_000) + "]"),
        Attack.Of("17 nested lists", "RNG0004", () => new string('[', 17) + new string(']', 17)),
        Attack.Of("100,000 nested block lists", "RNG0004", () => Repeat("- ", 100_000) + "1"),
        Attack.Of("100,000 nested keys", "RNG0004", () => Repeat("? ", 100_000) + "1"),
        Attack.Of("600 steps inwards", "RNG0004", () => string.Concat(Enumerable.Range(0, 600).Select(i => new string(' ', i) + "a:\n"))),
        Attack.Of("500 steps outwards", "RNG0001", () => string.Concat(Enumerable.Range(0, 500).Select(i => new string(' ', 500 - i) + "- a\n"))),
        Attack.Of("100,000 closing brackets", "RNG0001", () => new string(']', 100_000)),
    ];

    private static IEnumerable<Attack> Features() =>
    [
        Attack.Of("a billion laughs", "RNG0003", () => "a: &a [x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"{(char)('a' + i)}: &{(char)('a' + i)} [*{(char)('a' + i - 1)}, *{(char)('a' + i - 1)}]\n"))),
        Attack.Of("an alias of itself", "RNG0003", () => "stages: &a [*a]\n"),
        Attack.Of("60,000 aliases", "RNG0003", () => "a: [" + Repeat("*a,", 60_000) + "]"),
        Attack.Of("80,000 anchors", "RNG0001", () => Repeat("&a ", 80_000)),
        Attack.Of("an anchor", "RNG0003", () => "stages: &a [{ blocks: 1 }]\n"),
        Attack.Of("a tag", "RNG0003", () => "stages: !!seq [{ blocks: 1 }]\n"),
        Attack.Of("a tag of 200,000 characters", "RNG0001", () => "!<%" + new string('4', 200_000)),
        Attack.Of("a merge key", "RNG0003", () => "<<: { block: basic }\n" + Sound),
        Attack.Of("a list of merge keys", "RNG0003", () => Sound + "head:\n  <<: [{ classes: 1 }, { classes: 2 }]\n"),
        Attack.Of("60,000 documents", "RNG0003", () => Repeat("---\n", 60_000)),
        Attack.Of("two documents", "RNG0003", () => Sound + "---\n" + Sound),
        Attack.Of("20,000 directives", "RNG0001", () => Repeat("%TAG ! !\n", 20_000) + "---\n" + Sound),
        Attack.Of("a directive of 250,000 characters", "RNG0001", () => "%" + new string('a', 250_000)),
    ];

    private static IEnumerable<Attack> Encodings() =>
    [
        Attack.AtOnce("NUL at the start", "RNG0001", () => "\0" + Sound),
        Attack.AtOnce("NUL at the end", "RNG0001", () => Sound + "\0"),
        Attack.AtOnce("200,000 NULs", "RNG0001", () => new string('\0', 200_000)),
        Attack.Of("bytes that begin no UTF-8", "RNG0001", () => [.. Encoding.UTF8.GetBytes(Sound + "# "), 0xFF, 0xFE, 0x80]),
        Attack.Of("UTF-8 that is cut", "RNG0001", () => [.. Encoding.UTF8.GetBytes(Sound + "# "), 0xE2, 0x82]),
        Attack.Of("overlong UTF-8", "RNG0001", () => [.. Encoding.UTF8.GetBytes(Sound + "# "), 0xC0, 0x80]),
        Attack.Of("a surrogate in UTF-8", "RNG0001", () => [.. Encoding.UTF8.GetBytes("name: a"), 0xED, 0xA0, 0x80, (byte)'\n', .. Encoding.UTF8.GetBytes(Sound)]),
        Attack.Of("Latin-1", "RNG0001", () => Encoding.Latin1.GetBytes("name: Größe\n" + Sound)),
        Attack.Of("half a surrogate by an escape", "RNG0001", () => "name: \"a\\ud800\"\n" + Sound),
        Attack.Of("a character beyond Unicode by an escape", "RNG0001", () => "name: \"\\U99999999\"\n" + Sound),
        Attack.Of("UTF-8 with a mark", null, () => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("name: Größe\n" + Sound)]),
        Attack.Of("a mark and nothing else", "RNG0002", () => [.. Encoding.UTF8.Preamble]),
        Attack.Of("UTF-16 with a mark", null, () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("name: Größe\n" + Sound)]),
        Attack.Of("UTF-16, the other end first, with a mark", null, () => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Sound)]),
        Attack.Of("UTF-16 without a mark", "RNG0001", () => Encoding.Unicode.GetBytes(Sound)),
        Attack.Of("UTF-16, the other end first, without a mark", "RNG0001", () => Encoding.BigEndianUnicode.GetBytes(Sound)),
        Attack.Of("half a surrogate in UTF-16", "RNG0001", () => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("name: a"), 0x00, 0xD8, .. Encoding.Unicode.GetBytes("\n" + Sound)]),
    ];

    private static IEnumerable<Attack> Values() =>
    [
        Attack.Of("a key of 250,000 characters", "RNG0001", () => new string('k', 250_000) + ": 1\n" + Sound),
        Attack.Of("a quoted key of 250,000 characters", "RNG0001", () => "'" + new string('k', 250_000) + "': 1\n" + Sound),
        Attack.Of("a spelt-out key of 250,000 characters", "RNG0005", () => "? " + new string('k', 250_000) + "\n: 1\n" + Sound),
        Attack.Of("a key of 1,000 characters", "RNG0005", () => new string('k', 1000) + ": 1\n" + Sound),
        Attack.Of("a word of 250,000 characters", "RNG0009", () => "block: " + new string('b', 250_000) + "\n" + Sound),
        Attack.Of("250,000 colons", "RNG0001", () => new string(':', 250_000)),
        Attack.Of("250,000 quotes", "RNG0001", () => new string('"', 250_000)),
        Attack.Of("a text without an end", "RNG0001", () => "name: \"" + Repeat("x\n ", 80_000)),
        Attack.Of("a text of 120,000 lines", "RNG0011", () => "name: |\n" + Repeat(" x\n", 80_000) + Sound),
        Attack.Of("10,000 stages", "RNG0004", () => "stages: [" + Repeat("{ blocks: 1 },", 10_000) + "]"),
        Attack.Of("6,000 stages", "RNG0014", () => "stages: [" + Repeat("{ blocks: 1 },", 6000) + "]"),
        Attack.Of("17 stages", "RNG0014", () => "stages: [" + Repeat("{ blocks: 1 },", 17) + "]"),
        Attack.Of("stages of 9,999 and 2 blocks", "RNG1003", () => "stages: [{ blocks: 9999 }, { blocks: 2 }]\n"),
        Attack.Of("a number of 26 digits", "RNG0008", () => "stages: [{ blocks: 99999999999999999999999999 }]\n"),
        Attack.Of("a number of 250,000 digits", "RNG0007", () => "stages: [{ blocks: " + new string('9', 250_000) + " }]\n"),
        Attack.Of("more than an int", "RNG0008", () => "stages: [{ blocks: 2147483648 }]\n"),
        Attack.Of("the least int", "RNG0008", () => "stages: [{ blocks: -2147483648 }]\n"),
        Attack.Of("a float with a large exponent", "RNG0007", () => "stages: [{ blocks: 1e999999999 }]\n"),
        Attack.Of("a drop of 1e-999999999", null, () => "dropout: 1e-999999999\n" + Sound),
        Attack.Of("10,000 blocks", null, () => "stages: [{ blocks: 10000, width: 8 }]\n"),
        Attack.Of("ten thousand rates", null, () => "input: [3, 1024, 1024]\nstages: [{ blocks: 9500, width: 8, multi_grid: [" + string.Join(',', Enumerable.Range(0, 9500).Select(i => (1 + (i * 7 % 64)).ToString(CultureInfo.InvariantCulture))) + "] }]\n"),
        Attack.Of("a stage of 10,000 blocks that an input is too small for", "RNG1002", () => "input: [3, 8, 8]\nblock: bottleneck\nstages: [{ blocks: 9998, width: 8 }, { blocks: 1 }, { blocks: 1 }]\n"),
    ];

    private static IEnumerable<Attack> Names() =>
    [
        .. new[]
        {
            "\"*/ class X { } /*\"", "\"]]>\"", "\"</summary><x>\"", "\"a\\\"; throw null; //\"", "\"a { } class B\"", "\"a\\u202Eb\"", "\"a\\u200Eb\"", "\"\\uFEFFa\"", "\"a\\u0000b\"", "\"a\\nb\"", "\"a\\u2028b\"", "\"a\\u0085b\"",
            "\"\\\\u0041\"", "class", "namespace", "\"null\"", "\"true\"", "\"@class\"", "1a", "a b", "a-b", "a.b", "''", "\"\\U0001F600\"", "\"\\U0001D400\"", new string('a', 201),
        }.Select((name, i) => Attack.Of($"name {i.ToString(CultureInfo.InvariantCulture)}: {(name.Length < 40 ? name : "201 characters")}", "RNG0011", () => $"name: {name}\n{Sound}")),
        .. new[] { "record", "var", "Architecture", "forward", "Größe", "模型", "e\u0301", new string('a', 200) }.Select(name => Attack.Of("a name that may be: " + (name.Length < 40 ? name : "200 characters"), null, () => $"name: {name}\n{Sound}")),
        .. new[] { "class", "1", "*", "<x>&amp;", "]]>", "\u202E", "😀", "a b", "\"", "{0}", new string('n', 200) }.Select(name => Attack.Of("a file called " + (name.Length < 40 ? name : "as long as may be"), null, () => [(name + ".resnet.yaml", Sound)])),
    ];

    private static IEnumerable<Attack> Chains() =>
    [
        Attack.Of("a spec that extends itself", "RNG0013", () => "extends: net.resnet.yaml\n"),
        Attack.Of("a circle of two", "RNG0013", () => [("net.resnet.yaml", "extends: b.resnet.yaml\n"), ("b.resnet.yaml", "extends: net.resnet.yaml\n")]),
        Attack.Of("a circle beside the spec", "RNG0013", () => [("net.resnet.yaml", "extends: b.resnet.yaml\n"), ("b.resnet.yaml", "extends: c.resnet.yaml\n"), ("c.resnet.yaml", "extends: b.resnet.yaml\n")]),
        Attack.Of("a chain of 32", null, () => Chain(32)),
        Attack.Of("a chain of 33", "RNG0015", () => Chain(33)),
        Attack.Of("2,000 specs in a chain", "RNG0015", () => Chain(2000)),
        Attack.Of("2,000 specs in a circle", "RNG0015", () => [.. Chain(2000).SkipLast(1), ("1999.resnet.yaml", "extends: net.resnet.yaml\n")]),
        Attack.Of("2,000 specs that extend one", null, () => [("net.resnet.yaml", Sound), .. Enumerable.Range(0, 2000).Select(i => (FormattableString.Invariant($"{i}.resnet.yaml"), "extends: net.resnet.yaml\n"))]),
        Attack.Of("a path of 250,000 steps up", "RNG0012", () => "extends: " + Repeat("../", 83_000) + "\n"),
        Attack.Of("a path from the root", "RNG0012", () => "extends: /etc/passwd\n"),
        Attack.Of("a path with NUL in it", "RNG0012", () => "extends: \"a\\0b\"\n"),
        Attack.Of("a path with braces", "RNG0012", () => "extends: '{0}{1}{99}'\n"),
    ];

    private static IReadOnlyList<(string Path, string Text)> Chain(int length) =>
    [
        ("net.resnet.yaml", "extends: 1.resnet.yaml\n"),
        .. Enumerable.Range(1, length - 2).Select(i => (FormattableString.Invariant($"{i}.resnet.yaml"), FormattableString.Invariant($"extends: {i + 1}.resnet.yaml\n"))),
        (FormattableString.Invariant($"{length - 1}.resnet.yaml"), Sound),
    ];

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
