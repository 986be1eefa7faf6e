using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>A sequence of values.</summary>
public sealed record SpecList(EquatableArray<SpecValue> Items, Site Site) : SpecValue(Site)
{
    /// <inheritdoc/>
    public override string Kind => "a list";
}
