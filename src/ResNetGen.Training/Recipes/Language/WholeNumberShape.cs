using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Training.Language;

/// <summary>A whole number of 64 bits without a sign.</summary>
internal sealed class WholeNumberShape : Shape<ulong>
{
    /// <inheritdoc/>
    public override string Expected => "an integer from 0 to 18446744073709551615";

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject()
        .Add("type", "integer").Add("minimum", 0).Add("maximum", new JsonNumber("18446744073709551615"));

    internal override bool TryRead(SpecValue value, Findings findings, out ulong result)
    {
        result = 0;
        if (value is not SpecScalar { IsQuoted: false } scalar || !IsWhole(scalar.Text))
            return Refuse(value, findings);

        if (ulong.TryParse(scalar.Text, NumberStyles.None, CultureInfo.InvariantCulture, out result))
            return true;

        findings.Add(Rules.OutOfRange, value.Site, scalar.Shown, Expected);
        return false;
    }

    private static bool IsWhole(string text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit);
    }
}
