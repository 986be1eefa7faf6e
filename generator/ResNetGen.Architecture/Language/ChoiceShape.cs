using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>One of a few whole numbers.</summary>
public sealed class ChoiceShape(params int[] choices) : Shape<int>
{
    private readonly IntegerShape _integer = new(choices.Min(), choices.Max());

    /// <inheritdoc/>
    public override string Expected => string.Join(" or ", choices.Select(c => c.ToString(CultureInfo.InvariantCulture)));

    internal override JsonObject ToSchema(SharedKeys shared) =>
        new JsonObject().Add("type", "integer").Add("enum", choices.Cast<object>().ToList());

    internal override bool TryRead(SpecValue value, Findings findings, out int result)
    {
        if (!_integer.TryRead(value, findings, out result))
            return false;

        if (choices.Contains(result))
            return true;

        findings.Add(Rules.OutOfRange, value.Site, result, Expected);
        return false;
    }
}
