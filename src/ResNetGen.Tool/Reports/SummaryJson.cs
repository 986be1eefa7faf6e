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
    IReadOnlyList<LayerJson> Layers)
{
    public static SummaryJson Of(CompiledSpec spec)
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
            [.. analysis.Layers.Where(l => l.Layer is not Relu).Select(LayerJson.Of)]);
    }

    internal static int[] Sizes(ImageShape shape) => [shape.Channels, shape.Height, shape.Width];
}

/// <summary>A tap in the JSON of `summary`.</summary>
internal sealed record TapJson(string Name, int Channels, int Height, int Width, long Stride, long ReceptiveField);

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
