namespace ResNetGen.Architecture.Comparison;

/// <summary>One setting of a layer or of a network, as text.</summary>
/// <param name="Name">What it is called: <c>stride</c>.</param>
/// <param name="Value">Its value: <c>2</c>, <c>1E-05</c>, <c>false</c>.</param>
public readonly record struct Fact(string Name, string Value)
{
    /// <summary>Prints <c>stride=2</c>.</summary>
    public override string ToString() => Name + "=" + Value;
}
