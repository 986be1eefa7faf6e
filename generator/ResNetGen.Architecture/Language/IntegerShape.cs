using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>A whole number within bounds, written in decimal without quotes.</summary>
public sealed class IntegerShape(int minimum, int maximum) : Shape<int>
{
    /// <summary>The smallest number allowed.</summary>
    public int Minimum => minimum;

    /// <summary>The largest number allowed.</summary>
    public int Maximum => maximum;

    /// <inheritdoc/>
    public override string Expected => string.Format(
        CultureInfo.InvariantCulture,
        minimum == maximum ? "{0}" : "an integer from {0} to {1}",
        minimum,
        maximum);

    internal override JsonObject ToSchema(SharedKeys shared) =>
        new JsonObject().Add("type", "integer").Add("minimum", minimum).Add("maximum", maximum);

    internal override bool TryRead(SpecValue value, Findings findings, out int result)
    {
        result = 0;
        if (value is not SpecScalar { IsQuoted: false } scalar || !IsWhole(scalar.Text))
            return Refuse(value, findings);

        if (int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out result)
            && result >= minimum && result <= maximum)
        {
            return true;
        }

        findings.Add(Rules.OutOfRange, value.Site, scalar.Text, Expected);
        return false;
    }

    private static bool IsWhole(string text)
    {
        var digits = text.Length > 0 && text[0] is '-' or '+' ? text.Substring(1) : text;
        return digits.Length is > 0 and <= 40 && digits.All(c => c is >= '0' and <= '9');
    }
}
