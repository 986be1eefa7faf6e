using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class SwitchShape : Shape<bool>
{
    /// <inheritdoc/>
    public override string Expected => "'true' or 'false'";

    internal override JsonObject ToSchema(SharedKeys shared) => new JsonObject().Add("type", "boolean");

    internal override bool TryRead(SpecValue value, Findings findings, out bool result)
    {
        result = value is SpecScalar { Text: "true" };
        return value is SpecScalar { IsQuoted: false, Text: "true" or "false" } || Refuse(value, findings);
    }
}
