using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Schema.Tests.Support;

/// <summary>Turns a spec's values into the JSON that an editor validates: plain scalars by the core schema of YAML 1.2.</summary>
internal static partial class YamlJson
{
    public static JToken Of(SpecValue value) => value switch
    {
        SpecList list => new JArray(list.Items.Select(Of)),
        SpecMapping mapping => new JObject(mapping.Entries.Select(e => new JProperty(e.Key.Text, Of(e.Value)))),
        SpecScalar { IsQuoted: true } text => new JValue(text.Text),
        SpecScalar plain => Plain(plain.Text),
        _ => throw new ArgumentException(value.Kind, nameof(value)),
    };

    private static JValue Plain(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL")
            return JValue.CreateNull();
        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            return new JValue(text[0] is 't' or 'T');
        if (Based().Match(text) is { Success: true } based)
            return Number(Convert.ToInt64(based.Groups["digits"].Value, text[1] == 'x' ? 16 : 8));

        return Decimal().IsMatch(text) ? Number(double.Parse(text, CultureInfo.InvariantCulture)) : new JValue(text);
    }

    // For JSON schema 1.0 is a whole number.
    private static JValue Number(double number) =>
        Math.Abs(number) < 1e18 && Math.Truncate(number).Equals(number) ? new JValue((long)number) : new JValue(number);

    [GeneratedRegex("^0(x(?<digits>[0-9a-fA-F]{1,8})|o(?<digits>[0-7]{1,8}))$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Based();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Decimal();
}
