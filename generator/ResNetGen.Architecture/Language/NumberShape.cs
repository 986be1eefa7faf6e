using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>A decimal number within bounds: <c>0.1</c> or <c>1e-5</c>, without quotes.</summary>
/// <param name="minimum">The smallest number.</param>
/// <param name="isMinimumAllowed">Whether the smallest number itself is allowed.</param>
/// <param name="maximum">The largest number.</param>
/// <param name="isMaximumAllowed">Whether the largest number itself is allowed.</param>
public sealed class NumberShape(double minimum, bool isMinimumAllowed, double maximum, bool isMaximumAllowed) : Shape<double>
{
    /// <summary>The smallest number.</summary>
    public double Minimum => minimum;

    /// <summary>The largest number.</summary>
    public double Maximum => maximum;

    /// <inheritdoc/>
    public override string Expected => string.Format(
        CultureInfo.InvariantCulture,
        "a number from {0}{1} to {2}{3}",
        minimum,
        isMinimumAllowed ? "" : " (not itself)",
        maximum,
        isMaximumAllowed ? "" : " (not itself)");

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject()
        .Add("type", "number")
        .Add(isMinimumAllowed ? "minimum" : "exclusiveMinimum", new JsonNumber(minimum.ToString(CultureInfo.InvariantCulture)))
        .Add(isMaximumAllowed ? "maximum" : "exclusiveMaximum", new JsonNumber(maximum.ToString(CultureInfo.InvariantCulture)));

    internal override bool TryRead(SpecValue value, Findings findings, out double result)
    {
        result = 0;
        if (value is not SpecScalar { IsQuoted: false, Text.Length: > 0 and <= 40 } scalar
            || !scalar.Text.All(c => c is (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')
            || !double.TryParse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out result))
        {
            return Refuse(value, findings);
        }

        var ok = (isMinimumAllowed ? result >= minimum : result > minimum) && (isMaximumAllowed ? result <= maximum : result < maximum);
        if (!ok)
            findings.Add(Rules.OutOfRange, value.Site, scalar.Shown, Expected);

        return ok;
    }
}
