using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Analysis;

/// <summary>What can be known of a network before it runs.</summary>
/// <param name="Input">The input that shapes and costs are for.</param>
/// <param name="Depth">The paper's count: the stem as one, the main path's convolutions in the blocks, the linear layer.</param>
/// <param name="MainPathLayers">Convolutions and linear layers on the main path.</param>
/// <param name="Total">The whole network's cost.</param>
/// <param name="Parts">The cost of the stem, of each stage, and of the head, in this order.</param>
/// <param name="Taps">C1 and on.</param>
/// <param name="Layers">Every layer, in the order of the state dict.</param>
/// <param name="State">Every tensor of the state dict, in PyTorch's order.</param>
public sealed record NetworkAnalysis(
    ImageShape Input,
    int Depth,
    int MainPathLayers,
    Cost Total,
    EquatableArray<Cost> Parts,
    EquatableArray<Tap> Taps,
    EquatableArray<LayerReport> Layers,
    EquatableArray<StateEntry> State)
{
    /// <summary>What leaves the stage at <paramref name="stage"/> from 0; of -1, the stem with its pool.</summary>
    public ImageShape OutputOf(int stage) => Layers.Last(l => l.Stage == stage && l.OnMainPath).Output;

    /// <summary>Buffer tensors in the state dict.</summary>
    public int Buffers => State.Count(e => e.IsBuffer);
}
