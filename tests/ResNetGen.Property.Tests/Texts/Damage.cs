using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using ResNetGen.Architecture.Language;
using ResNetGen.Property.Tests.Specs;

namespace ResNetGen.Property.Tests.Texts;

/// <summary>Draws texts of specs with something wrong in them, or nearly so.</summary>
internal static partial class Damage
{
    private static readonly string[] Words =
    [
        .. SpecKeys.Spec.Keys.Concat(StageKeys.Stage.Keys).Concat(StemKeys.Stem.Keys).Concat(HeadKeys.Head.Keys).Concat(NormKeys.Norm.Keys)
            .SelectMany(k => k.Holds is IWords w ? [k.Name, .. w.Members.Select(m => w.FromMember(m)!)] : (IEnumerable<string>)[k.Name])
            .Distinct(StringComparer.Ordinal),
        "null", "~", "yes", "no", "on", "off", "True", "FALSE", "''", "\"\"", "<<", "!!int", "!!binary", "&a", "*a", "---", "...", "%YAML 1.1", "|", ">", "|2-", "? ", ": ",
    ];

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.Elements(
            "0", "-1", "1", "2", "3", "-0", "+1", "00", "007", "16", "17", "31", "32", "64", "1023", "1024", "4096", "10000", "10001", "16384", "65535",
            "65536", "65537", "1000000", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967296", "9223372036854775807", "9223372036854775808",
            "99999999999999999999999999", "1e3", "1e400", "-1e-400", "1.5", ".5", "5.", "1_000", "0x10", "0b1", "0o7", ".inf", "-.inf", ".nan", "NaN", "Infinity",
            "1e-5", "0.1", "0.99999999999999999999", "１２", "1,5", "1 2"),
        Gen.Choose(-100, 100_000).Select(n => n.ToString(CultureInfo.InvariantCulture)));

    private static readonly Gen<string> Odd = Gen.OneOf(
        Gen.Elements(
            "\0", "\t", "\r", "\r\n", "\n\n", "\u0085", "\u2028", "\u2029", "\uFEFF", "\uFFFD", "\uD800", "\uDC00", "😀", "é", "ﬀ", "\u0301", "\u200F", "\u0007",
            "[", "]", "{", "}", ",", ":", ": ", "- ", "#", " #", "'", "\"", "\\", "@", "`", "%", "&", "*", "!", "|", ">", "\"\\x41\\u00e9\\U0001F600\"", "\"\\", "# resnetgen: disable RNG1008\n"),
        Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()),
        Gen.Choose(0, 255).ArrayOf(6).Select(bytes => Encoding.UTF8.GetString([.. bytes.Select(b => (byte)b)])));

    private static readonly Gen<string> Deep =
        from count in Gen.Elements(3, 15, 16, 17, 63, 64, 65, 500, 5000)
        from piece in Gen.Elements("[", "{", "{a: ", "[[]", "- ", "? ", "{ stages: [", "(", "a:\n ")
        select string.Concat(Enumerable.Repeat(piece, count));

    private static readonly Gen<string> Value = Gen.Frequency(
        (4, Number),
        (2, Number.Select(n => "[" + n + "]")),
        (4, Gen.Elements(Words)),
        (2, Odd),
        (1, Deep),
        (2, Gen.Elements("[]", "{}", "[1]", "[[1]]", "{ a: 1 }", "[1, 2, 3]", "{ kind: none }", "[c2, 3]", "[{}]", "[true]", "{ blocks: 1 }", "{ channels: 8 }")));

    private static readonly Gen<Func<string, string>> One = Gen.Frequency(
        (3, Lines((lines, at, _) => lines.RemoveAt(at))),
        (1, Lines((lines, at, _) => lines.Insert(at, lines[at]))),
        (2, Lines((lines, at, to) => (lines[at], lines[to]) = (lines[to], lines[at]))),
        (1, Lines((lines, at, to) => lines[at] = new string(' ', to % 7) + lines[at])),
        (1, Lines((lines, at, _) => lines[at] = lines[at].TrimStart())),
        (6, Tokens((tokens, at, _, value) => tokens[at] = value)),
        (6, Tokens((tokens, at, _, value) => tokens[at] = value, NumberPattern, Number)),
        (2, Tokens((tokens, at, to, _) => (tokens[at], tokens[to]) = (tokens[to], tokens[at]))),
        (3, Tokens((tokens, at, _, value) => tokens[at] += " " + value)),
        (1, Tokens((tokens, at, _, _) => tokens[at] = "")),
        (1, Tokens((tokens, at, _, _) => tokens[at] = "'" + tokens[at] + "'")),
        (8, AddedKey()),
        (1, Characters((text, at, _) => text[..at])),
        (1, Characters((text, at, _) => text[at..])),
        (2, Characters((text, at, value) => text.Insert(at, value))),
        (2, Characters((text, at, _) => at < text.Length ? text.Remove(at, 1) : text)),
        (1, Gen.Constant<Func<string, string>>(text => text.Replace("\n", "\r\n", StringComparison.Ordinal))),
        (1, Gen.Constant<Func<string, string>>(text => text.Replace('\n', '\r'))));

    /// <summary>A text: one of this repository's specs, or a drawn one, with one to four things done to it.</summary>
    public static readonly Gen<BadText> Text =
        from sound in Gen.Frequency(
            (2, Gen.Elements(SpecTexts.All.Select(t => new BadText(t.Key, t.Value)).ToArray())),
            (3, SpecGrammar.Spec.Select(s => new BadText("drawn.resnet.yaml", s.Text))))
        from count in Gen.Elements(1, 1, 1, 2, 2, 3, 4)
        from damages in One.ArrayOf(count)
        select sound with { Text = damages.Aggregate(sound.Text, (text, damage) => damage(text)) };

    private static Gen<Func<string, string>> Lines(Action<List<string>, int, int> change) =>
        from at in Gen.Choose(0, 9999)
        from to in Gen.Choose(0, 9999)
        select (Func<string, string>)(text =>
        {
            List<string> lines = [.. text.Split('\n')];
            change(lines, at % lines.Count, to % lines.Count);
            return string.Join('\n', lines);
        });

    private static Gen<Func<string, string>> Tokens(Action<List<string>, int, int, string> change) => Tokens(change, TokenPattern, Value);

    private static Gen<Func<string, string>> Tokens(Action<List<string>, int, int, string> change, Regex pattern, Gen<string> values) =>
        from at in Gen.Choose(0, 9999)
        from to in Gen.Choose(0, 9999)
        from value in values
        select (Func<string, string>)(text =>
        {
            List<string> pieces = [.. pattern.Split(text)];
            List<int> places = [.. Enumerable.Range(0, pieces.Count).Where(i => pattern.IsMatch(pieces[i]))];
            if (places.Count == 0)
                return text + value;

            List<string> tokens = [.. places.Select(p => pieces[p])];
            change(tokens, at % tokens.Count, to % tokens.Count, value);
            for (var i = 0; i < places.Count; i++)
                pieces[places[i]] = tokens[i];

            return string.Concat(pieces);
        });

    // A key of the spec with a value that it may or may not hold.
    private static Gen<Func<string, string>> AddedKey() =>
        from key in Gen.Elements(SpecKeys.Spec.Keys.Select(k => k.Name).ToArray())
        from value in Value
        from isFirst in Gen.Choose(0, 1)
        select (Func<string, string>)(text =>
        {
            List<string> lines = [.. text.Split('\n')];
            var said = lines.FindIndex(l => l.StartsWith(key + ":", StringComparison.Ordinal));
            if (said >= 0)
                lines[said] = $"{key}: {value}";
            else
                lines.Insert(isFirst == 1 ? 0 : lines.Count, $"{key}: {value}");

            return string.Join('\n', lines);
        });

    private static Gen<Func<string, string>> Characters(Func<string, int, string, string> change) =>
        from at in Gen.Choose(0, 99_999)
        from value in Value
        select (Func<string, string>)(text => change(text, at % (text.Length + 1), value));

    // Words and numbers; what lies between them is kept as it is.
    [GeneratedRegex(@"(?<token>[\w.]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenPattern { get; }

    [GeneratedRegex(@"(?<number>\b[0-9]+\b)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberPattern { get; }
}
