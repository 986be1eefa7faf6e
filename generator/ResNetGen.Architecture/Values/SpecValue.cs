using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>What a spec says, before anyone asks what it means: the one form that YAML and attributes share.</summary>
/// <param name="Site">Where it is said.</param>
public abstract record SpecValue(Site Site)
{
    /// <summary>What it is, for messages.</summary>
    public abstract string Kind { get; }
}
