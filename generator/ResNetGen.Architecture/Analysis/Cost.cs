namespace ResNetGen.Architecture.Analysis;

/// <summary>What a part of a network costs for one picture.</summary>
/// <param name="Parameters">Trainable numbers.</param>
/// <param name="Macs">Multiply-adds of convolutions and linear layers.</param>
/// <param name="Activations">Outputs of the same layers.</param>
public readonly record struct Cost(long Parameters, long Macs, long Activations)
{
    /// <summary>Adds two costs.</summary>
    public static Cost operator +(Cost a, Cost b) =>
        checked(new(a.Parameters + b.Parameters, a.Macs + b.Macs, a.Activations + b.Activations));

    internal static Cost Of(LayerReport layer) =>
        new(layer.Parameters, layer.Macs, layer.Layer.Activations(layer.Output));
}
