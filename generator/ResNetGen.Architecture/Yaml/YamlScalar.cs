using System.Globalization;
using System.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Yaml;

/// <summary>Writes words, numbers and texts: plain where YAML allows it, quoted where it would read something else.</summary>
internal static class YamlScalar
{
    public static string Text(SpecScalar scalar)
    {
        if (scalar.IsQuoted)
            return IsPlain(scalar.Text) ? scalar.Text : Quoted(scalar.Text);

        return IsNumber(scalar.Text) ? Number(scalar.Text) : scalar.Text;
    }

    // Stricter than YAML, and what any reader of YAML takes for a text.
    private static bool IsPlain(string text) =>
        text.Length > 0 && (char.IsLetter(text[0]) || text[0] is '_' or '.' or '/')
        && text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '/')
        && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n")
        && text.Any(char.IsLetter) && text[text.Length - 1] != '.'
        && !IsNumber(text) && text.ToLowerInvariant() is not (".nan" or ".inf");

    private static bool IsNumber(string text) =>
        text.Length > 0 && text.All(c => c is (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')
        && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    // 1E-05, as .NET has it, is 1e-5, as a person has it.
    private static string Number(string text)
    {
        var exponent = text.IndexOfAny(['e', 'E']);
        return exponent < 0 || !int.TryParse(text.Substring(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power)
            ? text
            : text.Substring(0, exponent) + "e" + power.ToString(CultureInfo.InvariantCulture);
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\').Append(c);
            else if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF')
                quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }
}
