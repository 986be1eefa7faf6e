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
        var line = text.Take(index).Count(c => c == '\n');
        var column = index == 0 ? 0 : index - 1 - text.LastIndexOf('\n', index - 1);
        return new Site(path, index, index < text.Length ? 1 : 0, line, column, line, index < text.Length ? column + 1 : column);
    }

    public static bool Refuses(string path, string text, Findings findings)
    {
        if (text.Length > YamlLimits.Characters)
        {
            findings.Add(Rules.TooLargeText, Site.StartOf(path), string.Format(
                CultureInfo.InvariantCulture, "{0} characters: a spec may have {1}", text.Length, YamlLimits.Characters));
            return true;
        }

        var (line, lineStart, brackets, opened) = (0, 0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n':
                case '\r' when i + 1 == text.Length || text[i + 1] != '\n':
                    (line, lineStart) = (line + 1, i + 1);
                    break;
                case '\0' or '\uFFFD':
                    findings.Add(Rules.NotYaml, At(i), text[i] == '\0' ? "a NUL character" : "bytes that are no UTF-8");
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
                findings.Add(Rules.TooLargeText, At(i), string.Format(
                    CultureInfo.InvariantCulture,
                    deep ? "nested deeper than {0} levels" : "more than {1} values",
                    YamlLimits.Depth,
                    YamlLimits.Values));
                return true;
            }
        }

        return false;

        Site At(int index) => new(path, index, 1, line, index - lineStart, line, index - lineStart + 1);
    }
}
