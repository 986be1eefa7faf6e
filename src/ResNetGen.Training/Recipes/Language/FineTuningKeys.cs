using ResNetGen.Architecture.Language;

namespace ResNetGen.Training.Language;

/// <summary>What a recipe says of fine-tuning.</summary>
internal static class FineTuningKeys
{
    public static readonly Key<int> FrozenStages = new(
        "frozen_stages", new IntegerShape(-1, Bounds.Stages), "-1 freezes nothing, 0 the stem, n the stem and the first n stages.", "1", "-1");

    public static readonly Key<bool> FrozenNorms = new("frozen_norms", new SwitchShape(), "Whether every batch norm stays in evaluation mode.", "true", "false");

    public static readonly Key<double> RateDecay = new(
        "rate_decay",
        new NumberShape(0, isMinimumAllowed: false, 1, isMaximumAllowed: true),
        "The factor of the learning rate per stage below the head.",
        "0.5",
        "1");

    /// <summary>Fine-tuning.</summary>
    public static readonly MappingShape FineTuning = new("fine-tuning", null, FrozenStages, FrozenNorms, RateDecay);
}
