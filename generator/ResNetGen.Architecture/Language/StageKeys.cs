#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Language;

/// <summary>What one stage says, beside the block keys that it may say too.</summary>
public static class StageKeys
{
    public static readonly Key<int> Blocks = new(
        "blocks",
        new IntegerShape(1, Bounds.Blocks),
        "How many blocks the stage has; needed, unless the spec says 'n' or 'depth'.",
        "3");

    public static readonly Key<int> Width = new(
        "width",
        new IntegerShape(1, Bounds.Channels),
        "The channels that the block kind multiplies: a basic block has width outputs, a bottleneck 4 x width.",
        "64",
        "64 in the first stage, twice the stage before in the others");

    public static readonly Key<int> Stride = new(
        "stride",
        new IntegerShape(1, Bounds.Stride),
        "The stride of the stage.",
        "2",
        "1 in the first stage, 2 in the others");

    public static readonly Key<int> Dilation = new(
        "dilation", new IntegerShape(1, Bounds.Dilation), "The dilation of the stage's 3x3 convolutions.", "2", "1");

    public static readonly Key<EquatableArray<int>> MultiGrid = new(
        "multi_grid",
        new ListShape<int>(new IntegerShape(1, Bounds.Dilation), "rates", 1, Bounds.Blocks),
        "One rate for each block of the stage, which replaces its dilation; in the spec, for the last stage.",
        "[1, 2, 4]");

    /// <summary>A stage.</summary>
    public static readonly MappingShape Stage = new("a stage", null, [Blocks, Width, Stride, Dilation, MultiGrid, .. BlockKeys.All]);
}
