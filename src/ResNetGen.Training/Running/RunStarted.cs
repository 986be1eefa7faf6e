namespace ResNetGen.Training;

/// <summary>A run starts or goes on.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Parameters">Its trainable numbers.</param>
/// <param name="Recipe">What it is trained by.</param>
/// <param name="Folder">Where its files lie.</param>
/// <param name="FirstStep">Steps that were done before: 0 for a new run.</param>
/// <param name="Steps">Steps of the whole run.</param>
/// <param name="StepsPerEpoch">Batches of one epoch.</param>
/// <param name="TrainingImages">Pictures that it learns from.</param>
/// <param name="ValidationImages">Pictures held back.</param>
/// <param name="TestImages">Pictures that it is measured on.</param>
/// <param name="Device">Where it runs.</param>
/// <param name="Rank">This process among <paramref name="WorldSize"/>.</param>
/// <param name="WorldSize">How many processes.</param>
public sealed record RunStarted(
    string Network,
    long Parameters,
    Recipe Recipe,
    string Folder,
    long FirstStep,
    long Steps,
    long StepsPerEpoch,
    int TrainingImages,
    int ValidationImages,
    int TestImages,
    string Device,
    int Rank,
    int WorldSize)
{
    /// <summary>What a person should know: a damaged checkpoint that was passed over, a run that is finished already.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
