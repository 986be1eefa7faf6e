using ResNetGen.Architecture.Language;

namespace ResNetGen.Training.Language;

/// <summary>What a recipe says of the optimizer.</summary>
internal static class OptimizerKeys
{
    public static readonly Key<double> Momentum = new("momentum", Shapes.Share, "The share of the last update that the next one keeps.", "0.9", "0.9");

    public static readonly Key<double> WeightDecay = new(
        "weight_decay", new NumberShape(0, isMinimumAllowed: true, 1, isMaximumAllowed: true), "The weight decay, added to the gradient.", "5e-4", "1e-4");

    public static readonly Key<bool> Nesterov = new("nesterov", new SwitchShape(), "Whether the momentum is Nesterov's.", "true", "false");

    public static readonly Key<bool> DecayNorms = new("decay_norms", new SwitchShape(), "Whether norms' weights and all biases decay as well.", "false", "true");

    /// <summary>The optimizer.</summary>
    public static readonly MappingShape Optimizer = new("an optimizer", null, Momentum, WeightDecay, Nesterov, DecayNorms);
}
