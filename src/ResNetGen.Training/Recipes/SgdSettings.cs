namespace ResNetGen.Training;

/// <summary>Stochastic gradient descent with momentum, in PyTorch's arithmetic.</summary>
public sealed record SgdSettings
{
    /// <summary>The momentum.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>The weight decay, added to the gradient.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Whether the momentum is Nesterov's.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Whether norms' weights and all biases decay as well, as in the papers.</summary>
    public bool DecayNorms { get; init; } = true;
}
