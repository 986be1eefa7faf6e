using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers the stem: a preset is only a name for convolutions and a pool that a spec can spell out.</summary>
internal sealed class StemBuilder(ResNetSpec spec, KeyNames names, Findings findings)
{
    private readonly Section _said = spec.Stem;
    private readonly StemKind _kind = spec.Stem.Get(StemKeys.Preset, StemKind.Conv7x7).Value;
    private readonly NormSettings _norm = NormSettings.Of(spec.Root.Find(BlockKeys.Norm), spec.Site);
    private readonly Activation _activation = new(spec.Root.Get(BlockKeys.Activation, ActivationKind.Relu).Value);
    private readonly bool _hasBias = spec.Root.Get(BlockKeys.ConvBias, otherwise: false).Value;

    // Before a pre-activated stage nothing follows the last convolution.
    private readonly bool _endsRaw = spec.Stages[0].Kind.IsPreactivated();

    /// <summary>Builds the stem, and tells how many channels leave it.</summary>
    public (Stem Stem, int Channels) Build()
    {
        var convolutions = Convolutions();
        var channels = convolutions[convolutions.Count - 1].Channels;
        return (new Stem(Body(convolutions), Pool(channels).ToEquatableArray()), channels);
    }

    private List<(int Channels, Window Window)> Convolutions()
    {
        if (_said.Find(StemKeys.Convolutions) is { } spelt)
        {
            if (_said.Find(StemKeys.Channels) is { } twice)
                findings.Add(Rules.StemSaidTwice, twice.Site);
            if (_said.Find(StemKeys.Preset) is { } preset)
                findings.Add(Rules.SaidTwice, preset.Site, StemKeys.Preset.Name, StemKeys.Convolutions.Name);

            return [.. spelt.Value.Select(c => (c.Get(StemKeys.ConvolutionChannels, 1).Value, WindowOf(c, stride: 1)))];
        }

        var channels = _said.Get(StemKeys.Channels, _kind == StemKind.Conv3x3 ? spec.Stages[0].Get(StageKeys.Width, 64).Value : 64);
        var (full, half) = (channels.Value, channels.Value / 2);
        if (_kind is StemKind.Deep or StemKind.DeepTiered && (half == 0 || (_kind == StemKind.DeepTiered && 3 * full / 8 == 0)))
            findings.Add(Rules.DeepStemTooNarrow, channels.Site, channels.Value);

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

    private EquatableArray<Layer> Body(List<(int Channels, Window Window)> convolutions)
    {
        var flat = convolutions.Count == 1 || names.AreResnetV2;
        var isMm = names.Naming is NamingKind.Mmdet or NamingKind.Mmpretrain;
        var (body, chain) = (new List<Layer>(), new List<Layer>());
        var input = spec.Input.Value.Channels;
        for (var i = 0; i < convolutions.Count; i++)
        {
            var (channels, window) = convolutions[i];
            var keys = Keys(i, convolutions.Count);
            var into = flat ? body : chain;
            into.Add(new Convolution(keys.Convolution, input, channels, window, HasBias: _hasBias));
            input = channels;
            var isLast = i == convolutions.Count - 1;
            if (isLast && !flat)
                body.Add(new LayerChain(isMm ? "stem" : "conv1", EquatableArray<Layer>.Empty));

            if (isLast && _endsRaw)
                break;

            // torchvision and timm keep the last norm beside the others.
            into = isLast && !isMm ? body : into;
            _norm.AddTo(into, isLast && !flat && !isMm ? names.Norm(_norm.Kind) + "1" : keys.Norm, channels, "the stem", findings);
            into.Add(_activation with { Key = keys.Activation });
        }

        if (!flat)
            body[0] = ((LayerChain)body[0]) with { Layers = chain.ToEquatableArray() };

        return body.ToEquatableArray();
    }

    private (string Convolution, string Norm, string Activation) Keys(int index, int count)
    {
        if (names.AreResnetV2 && count > 1)
            return (Numbered("stem.conv{0}", index + 1), Numbered("stem.norm{0}", index + 1), "act");

        if (count == 1)
        {
            var (convolution, norm) = names.OnlyOfStem(_norm.Kind);
            return (convolution, norm, "act");
        }

        return names.Naming == NamingKind.Mmpretrain
            ? (Numbered("{0}.conv", index), Numbered("{0}.", index) + names.Norm(_norm.Kind), Numbered("{0}.act", index))
            : (Numbered("{0}", 3 * index), Numbered("{0}", (3 * index) + 1), Numbered("{0}", (3 * index) + 2));
    }

    private List<Layer> Pool(int channels)
    {
        var said = _said.Get(StemKeys.Pool, new Section(_said.Site)).Value;
        var usual = _kind == StemKind.Conv3x3 && _said.Find(StemKeys.Convolutions) is null ? PoolKind.None : PoolKind.Max;
        var kind = said.Get(StemKeys.Kind, usual).Value;
        var window = WindowOf(said, stride: 2);
        return kind switch
        {
            PoolKind.Max => MaxPool(said, window with { RoundsUp = said.Get(StemKeys.CeilMode, otherwise: false).Value }),
            PoolKind.Average => [AveragePool(said, window with { RoundsUp = said.Get(StemKeys.CeilMode, otherwise: false).Value })],
            PoolKind.Convolution => [ConvolutionPool(channels, window)],
            _ => [],
        };
    }

    private List<Layer> MaxPool(Section said, Window window)
    {
        var antiAliasing = said.Get(StemKeys.AntiAliasing, spec.Root.Get(BlockKeys.AntiAliasing, AntiAliasing.None).Value).Value;
        var stride = window.Stride;
        if (antiAliasing == AntiAliasing.Average && stride > 1)
            return [new AveragePool(names.Pool, new Window(stride, stride))];

        var padsWithZeros = said.Get(StemKeys.PadValue, PadValue.MinusInfinity).Value == PadValue.Zero && window.Padding > 0;
        if (!padsWithZeros)
            CheckPadding(said, window);

        return antiAliasing == AntiAliasing.Blur && stride > 1
            ? [new MaxPool(names.Pool, window with { Stride = 1 }, padsWithZeros), new BlurPool("blur", stride)]
            : [new MaxPool(names.Pool, window, padsWithZeros)];
    }

    private AveragePool AveragePool(Section said, Window window)
    {
        CheckPadding(said, window);
        return new AveragePool(names.Pool, window, said.Get(StemKeys.CountIncludePad, otherwise: true).Value);
    }

    private LayerChain ConvolutionPool(int channels, Window window)
    {
        var layers = new List<Layer> { new Convolution("0", channels, channels, window, HasBias: _hasBias) };
        _norm.AddTo(layers, "1", channels, "the stem's pool", findings);
        layers.Add(_activation with { Key = "2" });
        return new LayerChain(names.Pool, layers.ToEquatableArray());
    }

    // PyTorch's pools refuse it: a window could lie in the padding alone.
    private void CheckPadding(Section said, Window window)
    {
        if (window.Padding > window.Kernel / 2)
        {
            findings.Add(Rules.PoolTooLarge, (said.Find(StemKeys.Padding) ?? said.Get(StemKeys.Kernel, 3)).Site, string.Format(
                CultureInfo.InvariantCulture, "{0}x{0} windows with padding {1} on every side, more than half of a window", window.Kernel, window.Padding));
        }
    }

    private static Window WindowOf(Section said, int stride)
    {
        var kernel = said.Get(StemKeys.Kernel, 3).Value;
        return new Window(
            kernel, said.Get(StemKeys.Stride, stride).Value, said.Get(StemKeys.Padding, (kernel - 1) / 2).Value);
    }

    private static string Numbered(string format, int number) => string.Format(CultureInfo.InvariantCulture, format, number);
}
