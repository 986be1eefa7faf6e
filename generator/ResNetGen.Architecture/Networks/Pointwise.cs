using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Networks;

/// <summary>An activation.</summary>
public sealed record Activation(ActivationKind Function, string Key = "act") : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => Function switch
    {
        ActivationKind.LeakyRelu => "leaky_relu",
        _ => Function.ToString().ToLowerInvariant(),
    };

    /// <inheritdoc/>
    public override bool IsModule => false;
}

/// <summary>Values that training drops by chance; the others are scaled up.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Rate">The probability of each value.</param>
public sealed record Dropout(string Key, double Rate) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "dropout";
}
