namespace ResNetGen.Training;

/// <summary>Training of a network that has learnt already.</summary>
public sealed record FineTuning
{
    /// <summary>-1 freezes nothing, 0 the stem, n the stem and the stages up to layer n: no gradients, evaluation mode.</summary>
    public int FrozenStages { get; init; } = -1;

    /// <summary>Whether every batch norm stays in evaluation mode.</summary>
    public bool FrozenNorms { get; init; }

    /// <summary>The factor of the learning rate per stage below the head (discriminative rates): 1 for none; 0.5 gives layer4 half the head's rate, layer3 a quarter.</summary>
    public double RateDecay { get; init; } = 1;
}
