#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Language;

/// <summary>What the head says.</summary>
public static class HeadKeys
{
    public static readonly Key<HeadKind> Kind = new("kind", WordShapes.Head, "What follows the last stage.", "none", "classifier");

    public static readonly Key<int> Classes = new(
        "classes", new IntegerShape(1, Bounds.Classes), "The outputs of the head's linear layer.", "10", "1000");

    public static readonly Key<int> PoolKernel = new(
        "pool_kernel",
        new IntegerShape(1, Bounds.PoolKernel),
        "The kernel and stride of the head's average pool, which then fixes the size of the input.",
        "2",
        "the mean of each whole map");

    public static readonly Key<bool> Bias = new("bias", new SwitchShape(), "Whether the head's linear layer has a bias.", "false", "true");

    public static readonly Key<double> Dropout = new(
        "dropout", BlockKeys.Probability, "The share of values that training drops before the linear layer.", "0.2", "0");

    /// <summary>A head.</summary>
    public static readonly MappingShape Head = new("a head", Kind, Kind, Classes, PoolKernel, Bias, Dropout);
}
