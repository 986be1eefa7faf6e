using ResNetGen.Training.Data;
using ResNetGen.Training.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Training.Analyses;

/// <summary>The responses of a network's 3x3 layers to pictures (He et al. 2015, figure 7): how far each layer changes what it is given.</summary>
/// <param name="Name">The network's name in tables and charts.</param>
/// <param name="Images">How many pictures it saw.</param>
/// <param name="Layers">Its 3x3 layers, in the order in which they run.</param>
public sealed record LayerResponses(string Name, int Images, IReadOnlyList<LayerResponse> Layers)
{
    /// <summary>The layers, strongest first; among equals the earlier one.</summary>
    public IReadOnlyList<LayerResponse> Sorted => [.. Layers.OrderByDescending(l => l.Deviation)];

    /// <summary>
    /// Measures a network in evaluation mode: for each 3x3 convolution of the main path, stem included, the standard deviation of what comes
    /// out behind its norm, before activation or addition; where no norm follows (the last convolution of a pre-activated block), of its own output.
    /// Afterwards every module is in the mode in which it was, and no hook is left.
    /// </summary>
    /// <param name="name">The network's name in tables and charts.</param>
    /// <param name="network">Takes <c>[N, 3, H, W]</c>; with a head or without.</param>
    /// <param name="images">The pictures.</param>
    /// <param name="recipe">How they are seen (the first scale, the centre) and normalised, and how many at once.</param>
    /// <param name="loading">Threads, queue and corrupt pictures.</param>
    /// <param name="device">Where the network is.</param>
    /// <param name="sample">Pictures that are looked at, spread evenly over all; null for all.</param>
    /// <param name="cancellation">Ends the measurement between two batches.</param>
    /// <exception cref="ArgumentException">There are no pictures.</exception>
    /// <exception cref="NotSupportedException">The network has no 3x3 convolutions.</exception>
    /// <exception cref="CorruptImageException">A picture cannot be decoded, and that is not to be passed over.</exception>
    /// <exception cref="OperationCanceledException">The measurement was ended.</exception>
    public static LayerResponses Measure(
        string name,
        nn.Module<Tensor, Tensor> network,
        IImageSource images,
        Recipe recipe,
        LoaderOptions loading,
        string device = "cpu",
        int? sample = null,
        CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(loading);
        if (sample is <= 0)
            throw new ArgumentOutOfRangeException(nameof(sample), sample, "A sample has at least one picture.");

        using var _ = no_grad();
        using var modes = new EvaluationModes(network);
        using var hooks = new ForwardHooks();
        var seen = Sample(images, sample);
        var plan = new ViewPlan(recipe.Evaluation with { Crops = Crops.Center, Scales = [.. recipe.Evaluation.Scales.Take(1)] });
        using var stream = new ViewStream(seen, new Share(0, seen.Count), plan, recipe, loading, worldSize: 1);
        var count = 0;
        List<(string Layer, RunningMoments Moments)>? layers = null;
        foreach (var batch in stream.Batches(cancellation))
        {
            foreach (var stack in batch.Stacks)
            {
                using var scope = NewDisposeScope();
                var input = stack.Images.to(torch.device(device));
                layers ??= Watched(hooks, ResponseSites.Of(network, input.narrow(0, 0, 1)));
                network.call(input);
            }

            count += batch.Indices.Length;
        }

        if (layers is null)
            throw new ArgumentException($"{images.Name} has no pictures that could be looked at", nameof(images));
        if (layers.Count == 0)
            throw new NotSupportedException($"{name} has no 3x3 convolutions whose responses could be measured");

        return new LayerResponses(name, count, [.. layers.Select((l, i) => new LayerResponse(i + 1, l.Layer, l.Moments.Deviation, l.Moments.Mean))]);
    }

    private static List<(string Layer, RunningMoments Moments)> Watched(ForwardHooks hooks, IReadOnlyList<(string Layer, nn.Module<Tensor, Tensor> Source)> sites)
    {
        var layers = new List<(string Layer, RunningMoments Moments)>(sites.Count);
        foreach (var (layer, source) in sites)
        {
            // Behind the hook the output may change in place.
            var moments = new RunningMoments();
            hooks.Add(source, (_, output) => moments.Add(output));
            layers.Add((layer, moments));
        }

        return layers;
    }

    private static IImageSource Sample(IImageSource images, int? sample) =>
        sample is { } count && count < images.Count
            ? new ImageSubset(images, images.Name, [.. Enumerable.Range(0, count).Select(i => (int)((long)i * images.Count / count))])
            : images;
}
