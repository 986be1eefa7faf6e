using System.Text;
using System.Text.RegularExpressions;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Fuzz.Mutation;

/// <summary>Damages a text: its bytes, its lines, its words and numbers.</summary>
internal static partial class TextMutation
{
    private static readonly string[] Words = [.. Mappings(SpecKeys.Spec).Distinct().SelectMany(m => m.Keys).SelectMany(WordsOf).Distinct(StringComparer.Ordinal)];

    /// <summary>Returns the text with one thing done to it.</summary>
    public static string Apply(string text, Dice dice)
    {
        var changed = dice.Below(10) switch
        {
            < 2 => Bytes(text, dice),
            < 4 => Lines(text, dice),
            < 5 => Characters(text, dice),
            < 7 => Replace(text, NumberPattern, dice, _ => dice.Pick(HostileTexts.Numbers)),
            < 9 => Replace(text, WordPattern, dice, _ => dice.Pick(Words)),
            _ => Swap(text, dice),
        };
        return changed.Length > YamlLimits.Characters + 1 ? changed[..(YamlLimits.Characters + 1)] : changed;
    }

    private static string Bytes(string text, Dice dice)
    {
        List<byte> bytes = [.. Encoding.UTF8.GetBytes(text)];
        for (var i = 1 + dice.FewOf(6); i > 0; i--)
        {
            var at = dice.Below(bytes.Count + 1);
            var count = Math.Min(bytes.Count - at, 1 + dice.FewOf(40));
            switch (dice.Below(6))
            {
                case 0 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << dice.Below(8));
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] = dice.Byte();
                    break;
                case 2:
                    bytes.Insert(at, dice.Byte());
                    break;
                case 3:
                    bytes.RemoveRange(at, count);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 5:
                    bytes.InsertRange(at, dice.Pick<byte[]>([0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xF5, 0x80, 0x80, 0x80], [0]));
                    break;
                default:
                    break;
            }
        }

        using var reader = new StreamReader(new MemoryStream([.. bytes]), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Lines(string text, Dice dice)
    {
        List<string> lines = [.. text.Split('\n')];
        var (at, to) = (dice.Below(lines.Count), dice.Below(lines.Count));
        switch (dice.Below(7))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(to, lines[at]);
                break;
            case 2:
                (lines[at], lines[to]) = (lines[to], lines[at]);
                break;
            case 3:
                lines[at] = new string(' ', 1 + dice.Below(6)) + lines[at];
                break;
            case 4:
                lines[at] = lines[at].TrimStart();
                break;
            case 5:
                lines[at] += " # " + dice.Pick(HostileTexts.Pieces);
                break;
            default:
                lines.InsertRange(to, Enumerable.Repeat(lines[at], 1 + dice.FewOf(60)));
                break;
        }

        return string.Join(dice.Chance(5) ? "\r\n" : "\n", lines);
    }

    private static string Characters(string text, Dice dice)
    {
        var at = dice.Below(text.Length + 1);
        return dice.Below(5) switch
        {
            0 => text[..at],
            1 => text[at..],
            2 when at < text.Length => text.Remove(at, 1),
            3 => text.Insert(at, dice.Pick(HostileTexts.Names)),
            _ => text.Insert(at, string.Concat(Enumerable.Repeat(dice.Pick(HostileTexts.Pieces), 1 + (dice.Chance(5) ? dice.FewOf(3000) : 0)))),
        };
    }

    private static string Replace(string text, Regex pattern, Dice dice, Func<string, string> with)
    {
        var found = pattern.Matches(text);
        if (found.Count == 0)
            return text + with("");

        var one = found[dice.Below(found.Count)];
        return text[..one.Index] + with(one.Value) + text[(one.Index + one.Length)..];
    }

    private static string Swap(string text, Dice dice)
    {
        var found = WordPattern.Matches(text);
        if (found.Count < 2)
            return text;

        var (a, b) = (found[dice.Below(found.Count)], found[dice.Below(found.Count)]);
        var (first, second) = a.Index < b.Index ? (a, b) : (b, a);
        return first.Index == second.Index
            ? text
            : text[..first.Index] + second.Value + text[(first.Index + first.Length)..second.Index] + first.Value + text[(second.Index + second.Length)..];
    }

    private static IEnumerable<MappingShape> Mappings(MappingShape mapping) =>
        mapping.Keys.Select(LegalValues.MappingOf).OfType<MappingShape>().SelectMany(Mappings).Prepend(mapping);

    private static IEnumerable<string> WordsOf(Key key) => key.Holds is IWords words ? words.Members.Select(m => words.FromMember(m)!).Prepend(key.Name) : [key.Name];

    [GeneratedRegex(@"[\w.]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordPattern { get; }

    [GeneratedRegex(@"\b[0-9]+\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberPattern { get; }
}
