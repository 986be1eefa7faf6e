#pragma warning disable CS1591 // each entry describes itself in its text

namespace ResNetGen.Architecture.Language;

/// <summary>What one stage says, beside the block keys that it may say too.</summary>
public static class StageKeys
{
    public static readonly Key<int> Blocks = new(
        "blocks",
        new IntegerShape(1, Bounds.Blocks),
        "How many blocks the stage has.",
        "3")
    { IsRequired = true };

    public static readonly Key<int> Width = new(
        "width",
        new IntegerShape(1, Bounds.Channels),
        "The channels that the block kind multiplies: a basic block has width outputs, a bottleneck 4 x width.",
        "64",
        "64 in the first stage, twice the stage before in the others");

    public static readonly Key<int> Stride = new(
        "stride",
        new IntegerShape(1, Bounds.Stride),
        "The stride of the stage's first block.",
        "2",
        "1 in the first stage, 2 in the others");

    /// <summary>A stage.</summary>
    public static readonly MappingShape Stage = new("a stage", null, [Blocks, Width, Stride, .. BlockKeys.All]);
}
