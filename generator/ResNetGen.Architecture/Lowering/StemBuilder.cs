using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers the stem: a preset is only a name for convolutions and a pool that a spec can spell out.</summary>
internal sealed class StemBuilder(ResNetSpec spec, Findings findings)
{
    private readonly Section _said = spec.Stem;
    private readonly StemKind _kind = spec.Stem.Get(StemKeys.Preset, StemKind.Conv7x7).Value;

    /// <summary>Builds the stem, and tells how many channels leave it.</summary>
    public (Stem Stem, int Channels) Build()
    {
        var convolutions = Convolutions();
        var channels = convolutions[convolutions.Count - 1].Channels;
        return (new Stem(Body(convolutions), Pool(channels)), channels);
    }

    private List<(int Channels, Window Window)> Convolutions()
    {
        if (_said.Find(StemKeys.Convolutions) is { } spelt)
        {
            if (_said.Find(StemKeys.Channels) is { } twice)
                findings.Add(Rules.StemSaidTwice, twice.Site);

            return [.. spelt.Value.Select(c => (c.Get(StemKeys.ConvolutionChannels, 1).Value, WindowOf(c, stride: 1)))];
        }

        var channels = _said.Get(StemKeys.Channels, _kind == StemKind.Conv3x3 ? spec.Stages[0].Get(StageKeys.Width, 64).Value : 64);
        if (_kind is StemKind.Deep or StemKind.DeepTiered && channels.Value < 4)
            findings.Add(Rules.DeepStemTooNarrow, channels.Site, channels.Value);

        var (full, half) = (channels.Value, channels.Value / 2);
        var strided = new Window(3, Stride: 2, Padding: 1);
        var plain = new Window(3, Padding: 1);
        return _kind switch
        {
            StemKind.Conv3x3 => [(full, plain)],
            StemKind.Deep => [(half, strided), (half, plain), (full, plain)],
            StemKind.DeepTiered => [(3 * full / 8, strided), (half, plain), (full, plain)],
            _ => [(full, new Window(7, Stride: 2, Padding: 3))],
        };
    }

    // One convolution is conv1; several are conv1.0, conv1.3, ... with their norms between, the last norm bn1.
    private EquatableArray<Layer> Body(List<(int Channels, Window Window)> convolutions)
    {
        var input = spec.Input.Value.Channels;
        var chain = new List<Layer>();
        foreach (var (channels, window) in convolutions)
        {
            if (chain.Count > 0)
            {
                chain.Add(new BatchNorm(Place(chain), input));
                chain.Add(new Relu(Place(chain)));
            }

            chain.Add(new Convolution(Place(chain), input, channels, window));
            input = channels;
        }

        var first = chain.Count == 1 ? chain[0] with { Key = "conv1" } : new LayerChain("conv1", chain.ToEquatableArray());
        return new[] { first, new BatchNorm("bn1", input), new Relu() }.ToEquatableArray();
    }

    private Layer? Pool(int channels)
    {
        var said = _said.Get(StemKeys.Pool, new Section(_said.Site)).Value;
        var usual = _kind == StemKind.Conv3x3 ? PoolKind.None : PoolKind.Max;
        var window = WindowOf(said, stride: 2);
        return said.Get(StemKeys.Kind, usual).Value switch
        {
            PoolKind.Max => new MaxPool("maxpool", window),
            PoolKind.Average => new AveragePool("maxpool", window),
            PoolKind.Convolution => new LayerChain("maxpool", new Layer[]
            {
                new Convolution("0", channels, channels, window), new BatchNorm("1", channels), new Relu("2"),
            }.ToEquatableArray()),
            _ => null,
        };
    }

    private static Window WindowOf(Section said, int stride)
    {
        var kernel = said.Get(StemKeys.Kernel, 3).Value;
        return new Window(
            kernel, said.Get(StemKeys.Stride, stride).Value, said.Get(StemKeys.Padding, (kernel - 1) / 2).Value);
    }

    private static string Place(List<Layer> chain) => chain.Count.ToString(CultureInfo.InvariantCulture);
}
