using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>A network with every layer resolved: the only thing that analysis and emission see.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">The input that it is declared for.</param>
/// <param name="Stem">The layers before the first stage.</param>
/// <param name="Stages">The stages, first to last.</param>
/// <param name="Head">The layers behind the last stage.</param>
public sealed record Network(string Name, ImageShape Input, Stem Stem, EquatableArray<Stage> Stages, Head Head);

/// <summary>The layers before the first stage.</summary>
/// <param name="Body">Up to the tap C1: convolutions, norms, activations.</param>
/// <param name="Pool">What follows the tap, or null.</param>
public sealed record Stem(EquatableArray<Layer> Body, Layer? Pool);

/// <summary>Blocks of one width; its output is a tap.</summary>
/// <param name="Key">Its name in the state dict: <c>layer1</c>.</param>
/// <param name="Blocks">Its blocks, first to last; their keys are their places.</param>
public sealed record Stage(string Key, EquatableArray<Block> Blocks);

/// <summary>Global average pool, flattening, linear layer.</summary>
public sealed record Head(GlobalAveragePool Pool, Linear Classifier);
