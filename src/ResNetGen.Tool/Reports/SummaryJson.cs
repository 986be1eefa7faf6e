using ResNetGen.Architecture;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Tool.Reports;

/// <summary>The JSON of `summary`; its names are fixed.</summary>
internal sealed record SummaryJson(
    string Name,
    int[] Input,
    int Depth,
    int MainPathLayers,
    long Parameters,
    int Buffers,
    long Macs,
    long Activations,
    IReadOnlyList<TapJson> Taps,
    int StateDictEntries,
    IReadOnlyList<BlockJson> Blocks,
    MemoryJson? Memory,
    IReadOnlyList<LayerJson> Layers)
{
    public static SummaryJson Of(CompiledSpec spec, int? batch)
    {
        var analysis = spec.Analysis;
        return new SummaryJson(
            spec.Network.Name,
            Sizes(analysis.Input),
            analysis.Depth,
            analysis.MainPathLayers,
            analysis.Total.Parameters,
            analysis.Buffers,
            analysis.Total.Macs,
            analysis.Total.Activations,
            [.. analysis.Taps.Select(t => new TapJson(t.Name, t.Shape.Channels, t.Shape.Height, t.Shape.Width, t.Stride, t.ReceptiveField))],
            analysis.State.Count,
            [.. BlockCosts.Of(spec.Network, analysis).Select(b => BlockJson.Of(spec.Network, b))],
            batch is { } pictures ? MemoryJson.Of(spec, pictures) : null,
            [.. analysis.Layers.Where(l => l.Layer.IsModule).Select(LayerJson.Of)]);
    }

    internal static int[] Sizes(ImageShape shape) => [shape.Channels, shape.Height, shape.Width];
}

/// <summary>A tap in the JSON of `summary`.</summary>
internal sealed record TapJson(string Name, int Channels, int Height, int Width, long Stride, long ReceptiveField);

/// <summary>Alike blocks of a stage in the JSON of `summary`; parameters and MACs are those of each.</summary>
internal sealed record BlockJson(
    string Stage, string Kind, int Count, long Parameters, long Macs, long Weights, long WeightsOfTwo3x3)
{
    public static BlockJson Of(Network network, BlockCosts blocks) => new(
        network.Stages[blocks.Stage].Key,
        blocks.Kind,
        blocks.Count,
        blocks.Each.Parameters,
        blocks.Each.Macs,
        blocks.Weights,
        blocks.WeightsOfTwo3x3);
}

/// <summary>The memory of activations in the JSON of `summary`, in bytes.</summary>
internal sealed record MemoryJson(int Batch, long Inference, long Training)
{
    public static MemoryJson Of(CompiledSpec spec, int batch)
    {
        var memory = ActivationMemory.Of(spec.Network, spec.Analysis.Input, batch);
        return new MemoryJson(batch, memory.Inference, memory.Training);
    }
}

/// <summary>A layer in the JSON of `summary`.</summary>
internal sealed record LayerJson(
    string Name,
    string Kind,
    bool MainPath,
    int[] Input,
    int[] Output,
    int Kernel,
    int Stride,
    int Padding,
    int Dilation,
    int Groups,
    long Parameters,
    long Macs)
{
    public static LayerJson Of(LayerReport layer)
    {
        var window = layer.Layer.Window;
        return new LayerJson(
            layer.Path,
            layer.Layer.Kind,
            layer.OnMainPath,
            SummaryJson.Sizes(layer.Input),
            SummaryJson.Sizes(layer.Output),
            window.Kernel,
            window.Stride,
            window.Padding,
            window.Dilation,
            (layer.Layer as Convolution)?.Groups ?? 1,
            layer.Parameters,
            layer.Macs);
    }
}
