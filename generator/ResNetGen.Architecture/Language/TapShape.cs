using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>A tap, by name (<c>c3</c>) or by number (<c>3</c>), with the place where it is named.</summary>
public sealed class TapShape : Shape<Said<int>>
{
    /// <inheritdoc/>
    public override string Expected => "a tap such as 'c3', or its number";

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject().Add("anyOf", new[]
    {
        new JsonObject().Add("type", "string").Add("pattern", "^c?[1-9][0-9]{0,5}$"),
        new JsonObject().Add("type", "integer").Add("minimum", 1).Add("maximum", 999_999),
    });

    internal override bool TryRead(SpecValue value, Findings findings, out Said<int> result)
    {
        result = default;
        if (value is not SpecScalar { IsEmpty: false } scalar)
            return Refuse(value, findings);

        var digits = scalar.Text.StartsWith("c", StringComparison.Ordinal) ? scalar.Text.Substring(1) : scalar.Text;
        if (digits.Length is 0 or > 6 || !digits.All(c => c is >= '0' and <= '9') || digits[0] == '0')
        {
            findings.Add(Rules.NoSuchTap, value.Site, scalar.Shown, "taps are c1, c2 and so on");
            return false;
        }

        result = new Said<int>(int.Parse(digits, CultureInfo.InvariantCulture), value.Site);
        return true;
    }
}
