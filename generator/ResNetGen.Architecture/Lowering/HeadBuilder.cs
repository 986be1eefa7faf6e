using System.Globalization;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers what follows the last stage.</summary>
internal sealed class HeadBuilder(ResNetSpec spec, KeyNames names, Findings findings)
{
    private readonly bool _hasHead = spec.Head.Get(HeadKeys.Kind, HeadKind.Classifier).Value == HeadKind.Classifier;

    /// <summary>Builds norm and activation behind a last stage of <paramref name="settings"/>, if they are wanted.</summary>
    public EquatableArray<Layer> Final(StageSettings settings, int channels, int lastTap)
    {
        var layers = new List<Layer>();
        if (spec.Root.Get(SpecKeys.FinalNorm, settings.IsPreactivated && _hasHead) is var wanted && wanted.Value)
        {
            // Without a head the network ends at its last tap.
            if (!_hasHead && lastTap <= spec.Stages.Count)
                findings.Add(Rules.CannotBeMade, wanted.Site, string.Format(CultureInfo.InvariantCulture, "the final norm is behind the last stage, and the network ends at c{0}", lastTap));

            settings.Norm.AddTo(layers, "norm", channels, "the final norm", findings);
            // A block of a post-activated stage ends with one: without a norm between them, ReLU of ReLU is ReLU.
            if (layers.Count > 0 || settings.IsPreactivated || settings.Activation.Function != ActivationKind.Relu)
                layers.Add(settings.Activation);
        }

        return layers.ToEquatableArray();
    }

    /// <summary>Builds the head of <paramref name="body"/>, or returns null where none is wanted.</summary>
    public Head? Build(Network body, int channels)
    {
        if (!_hasHead)
            return null;

        var (pool, map, isSizeFixed) = Pool(body, channels);
        var classes = spec.Head.Get(HeadKeys.Classes, 1000).Value;
        var hasBias = spec.Head.Get(HeadKeys.Bias, otherwise: true).Value;
        var rate = spec.Head.Get(HeadKeys.Dropout, 0.0).Value;
        var inputs = map.Elements;
        if (inputs > int.MaxValue)
        {
            findings.Add(Rules.TooLarge, spec.Head.Get(HeadKeys.PoolKernel, 1).Site);
            return null;
        }

        Layer classifier = names.AreResnetV2
            ? new Convolution(names.Classifier, (int)inputs, classes, Window.Point, HasBias: hasBias)
            : new Linear(names.Classifier, (int)inputs, classes, hasBias);
        return new Head(pool, rate > 0 ? new Dropout("dropout", rate) : null, classifier, isSizeFixed);
    }

    private (Layer Pool, ImageShape Map, bool IsSizeFixed) Pool(Network body, int channels)
    {
        if (spec.Head.Find(HeadKeys.PoolKernel) is not { } kernel)
            return (new GlobalAveragePool("avgpool"), new ImageShape(channels, 1, 1), false);

        var pool = new AveragePool("avgpool", new Window(kernel.Value, kernel.Value));
        var map = NetworkWalk.Layers(body, body.Input).LastOrDefault(l => l.OnMainPath)?.Output ?? body.Input;
        var pooled = pool.Output(map);
        if (pooled.Height >= 1 && pooled.Width >= 1)
            return (pool, pooled, true);

        findings.Add(Rules.PoolTooLarge, kernel.Site, string.Format(
            CultureInfo.InvariantCulture, "the pool of {0}x{0} is larger than its map of {1}x{2}", kernel.Value, map.Height, map.Width));
        return (pool, new ImageShape(channels, 1, 1), true);
    }
}
