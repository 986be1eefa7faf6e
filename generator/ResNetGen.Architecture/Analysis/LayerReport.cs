using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Analysis;

/// <summary>One layer at its place in a network.</summary>
/// <param name="Path">Its key in the state dict: <c>layer3.22.conv2</c>.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Stage">The stage it is in from 0; -1 in the stem, the number of stages in the head.</param>
/// <param name="Block">The block that it is in, from 0; -1 outside the stages.</param>
/// <param name="OnMainPath">Whether it lies on the longest way, not in a shortcut.</param>
/// <param name="Input">What goes in for the declared input.</param>
/// <param name="Output">What comes out.</param>
public sealed record LayerReport(string Path, Layer Layer, int Stage, int Block, bool OnMainPath, ImageShape Input, ImageShape Output)
{
    /// <summary>Trainable numbers.</summary>
    public long Parameters => Layer.State.Where(e => !e.IsBuffer).Sum(e => e.Elements);

    /// <summary>Multiply-adds for one picture.</summary>
    public long Macs => Layer.Macs(Output);
}
