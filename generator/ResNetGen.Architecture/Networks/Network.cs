using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>A network with every layer resolved: the only thing that analysis and emission see.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">The input that it is declared for.</param>
/// <param name="Stem">The layers before the first stage.</param>
/// <param name="Stages">The stages, first to last.</param>
/// <param name="Final">Norm and activation behind the last stage; none where they are not wanted.</param>
/// <param name="Head">Pool and linear layer, or null for a backbone.</param>
/// <param name="Taps">The maps that are taken out: 1 the stem, 2 the first stage, and so on; ascending.</param>
/// <param name="Training">What only training sees.</param>
public sealed record Network(
    string Name,
    ImageShape Input,
    Stem Stem,
    EquatableArray<Stage> Stages,
    EquatableArray<Layer> Final,
    Head? Head,
    EquatableArray<int> Taps,
    Training Training)
{
    /// <summary>How many stages a forward runs: all before a head; without one, those up to the last tap.</summary>
    public int StagesRun => Head is null ? Taps[Taps.Count - 1] - 1 : Stages.Count;

    /// <summary>The stem's pool as far as a forward runs it: where a stage follows.</summary>
    public EquatableArray<Layer> PoolRun => StagesRun > 0 ? Stem.Pool : EquatableArray<Layer>.Empty;

    /// <summary>Whether only the declared input fits.</summary>
    public bool IsSizeFixed => Head is { IsSizeFixed: true };
}

/// <summary>The layers before the first stage.</summary>
/// <param name="Body">Up to the tap C1: convolutions, norms, activations.</param>
/// <param name="Pool">What follows the tap; none without a pool.</param>
public sealed record Stem(EquatableArray<Layer> Body, EquatableArray<Layer> Pool);

/// <summary>Blocks of one width; its output is a tap.</summary>
/// <param name="Key">Its name in the state dict: <c>layer1</c>.</param>
/// <param name="Blocks">Its blocks, first to last; their keys are their places.</param>
public sealed record Stage(string Key, EquatableArray<Block> Blocks);

/// <summary>Pool, flattening, linear layer.</summary>
/// <param name="Pool">The pool: global, or of a fixed window.</param>
/// <param name="Dropout">What training drops before the linear layer, or null.</param>
/// <param name="Classifier">The linear layer: <see cref="Linear"/>, or a 1x1 <see cref="Convolution"/> in timm's naming.</param>
/// <param name="IsSizeFixed">Whether only the declared input fits.</param>
public sealed record Head(Layer Pool, Dropout? Dropout, Layer Classifier, bool IsSizeFixed)
{
    /// <summary>The outputs.</summary>
    public int Classes => Classifier is Convolution c ? c.Out : ((Linear)Classifier).Out;

    /// <summary>Its layers, in order.</summary>
    public IEnumerable<Layer> Layers => Dropout is null ? [Pool, Classifier] : [Pool, Dropout, Classifier];
}
