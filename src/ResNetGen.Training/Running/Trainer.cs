using ResNetGen.Training.Data;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>Trains a network by a recipe: the same seed, machine and threads give the same losses to the bit, interrupted or not.</summary>
/// <remarks>
/// The folder gets <c>recipe.yaml</c>, <c>checkpoints/step-N.pth</c> and <c>checkpoints/best.pth</c>; histories and curves are the observers'.
/// Every process of a group calls the same with the same arguments; only that of rank 0 writes files and tells its observers.
/// </remarks>
public sealed class Trainer
{
    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly string _name;
    private readonly Recipe _recipe;
    private readonly TrainingData _data;
    private readonly TrainingOptions _options;

    /// <summary>A training; nothing is done before <see cref="Run"/>.</summary>
    /// <param name="network">Takes <c>[N, 3, H, W]</c>, gives a score per class, <c>[N, classes]</c>. It is trained in place.</param>
    /// <param name="networkName">Its name in reports; a run goes on with the network of the same name only.</param>
    /// <param name="recipe">What it learns by.</param>
    /// <param name="data">What it learns from and is measured on.</param>
    /// <param name="options">Where and how the run works.</param>
    /// <exception cref="ArgumentException">An option makes no sense.</exception>
    public Trainer(nn.Module<Tensor, Tensor> network, string networkName, Recipe recipe, TrainingData data, TrainingOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(networkName);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrEmpty(options.Folder);
        if (options.KeepLast < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.KeepLast, "At least one checkpoint is kept.");
        if (options.CheckpointEvery.Count < 1)
            throw new ArgumentOutOfRangeException(nameof(options), options.CheckpointEvery.Count, "Checkpoints are written every so many steps or epochs: one at least.");

        (_network, _name, _recipe, _data, _options) = (network, networkName, recipe, data, options);
    }

    /// <summary>Trains to the end of the recipe, or until asked to end.</summary>
    /// <param name="cancellation">Ends the run after the step that it is in, with a checkpoint from which it can go on.</param>
    /// <returns>How the run ended.</returns>
    /// <exception cref="RecipeException">The recipe is wrong.</exception>
    /// <exception cref="TrainingException">The folder holds a run, another run has it, or what lies there is of another run.</exception>
    /// <exception cref="LossNotFiniteException">The loss became infinite or no number.</exception>
    /// <exception cref="CorruptImageException">A picture cannot be decoded, and that is not to be passed over.</exception>
    /// <exception cref="Distributed.ProcessGroupException">Another process is gone.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    public RunEnded Run(CancellationToken cancellation = default)
    {
        using var observers = new Observers(_options.Observers, tells: (_options.Group?.Rank ?? 0) == 0);
        using var parts = new RunParts(_network, _name, _recipe, _data, _options);
        return new TrainingSession(parts, observers).Run(cancellation);
    }
}
