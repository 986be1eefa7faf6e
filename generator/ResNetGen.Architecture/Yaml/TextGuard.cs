using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Yaml;

/// <summary>Refuses texts that the YAML parser would be slow on or that no editor wrote.</summary>
internal static class TextGuard
{
    /// <summary>The place of one character; the parser's own mark can lie behind the end of the text.</summary>
    public static Site SiteAt(string path, string text, int index)
    {
        index = Math.Max(0, Math.Min(index, text.Length));
        var (line, start) = (0, 0);
        for (var i = 0; i < index; i++)
        {
            if (EndsLine(text, i))
                (line, start) = (line + 1, i + 1);
        }

        var length = index < text.Length ? 1 : 0;
        return new Site(path, index, length, line, index - start, line, index - start + length);
    }

    public static bool Refuses(string path, string text, Findings findings)
    {
        if (text.Length > YamlLimits.Characters)
        {
            findings.Add(Rules.TooLargeText, Site.StartOf(path), string.Format(
                CultureInfo.InvariantCulture, "{0} characters: a spec may have {1}", text.Length, YamlLimits.Characters));
            return true;
        }

        var (brackets, opened) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\0' or '\uFFFD':
                    findings.Add(Rules.NotYaml, SiteAt(path, text, i), text[i] == '\0' ? "a NUL character" : "bytes that are no UTF-8");
                    return true;
                case '[' or '{':
                    // The parser is quadratic in open brackets, wherever they stand: count before it runs.
                    (brackets, opened) = (brackets + 1, opened + 1);
                    break;
                case ']' or '}':
                    brackets = Math.Max(0, brackets - 1);
                    break;
            }

            if (brackets > 4 * YamlLimits.Depth || opened > YamlLimits.Values)
            {
                var deep = brackets > 4 * YamlLimits.Depth;
                findings.Add(Rules.TooLargeText, SiteAt(path, text, i), string.Format(
                    CultureInfo.InvariantCulture,
                    deep ? "nested deeper than {0} levels" : "more than {1} values",
                    YamlLimits.Depth,
                    YamlLimits.Values));
                return true;
            }
        }

        return false;
    }

    // What the YAML parser and the compiler alike take for the end of a line.
    private static bool EndsLine(string text, int index) => text[index] switch
    {
        '\r' => index + 1 == text.Length || text[index + 1] != '\n',
        '\n' or '\u0085' or '\u2028' or '\u2029' => true,
        _ => false,
    };
}
