using System.Globalization;
using ResNetGen.Training.Data;
using ResNetGen.Training.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>Measures networks on pictures, seen as a recipe says: centre crop, ten crops, or whole at several scales.</summary>
/// <remarks>Pictures are decoded on threads of their own, ahead of the network. The arithmetic is the network's own, in float32; softmax outputs are averaged in double.</remarks>
/// <param name="recipe">How pictures are seen and normalised, and how many are classified at once.</param>
/// <param name="loading">Threads, queue and corrupt pictures; ranks come from the group.</param>
/// <param name="device">Where the network is: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.</param>
/// <exception cref="ArgumentException">The recipe's evaluation contradicts itself.</exception>
public sealed class Evaluator(Recipe recipe, LoaderOptions loading, string device)
{
    private readonly ViewPlan _plan = new(recipe.Evaluation);
    /// <summary>Measures a network; afterwards every module of it is in the mode in which it was.</summary>
    /// <param name="network">Takes <c>[N, 3, H, W]</c>, gives a score per class, <c>[N, classes]</c>.</param>
    /// <param name="images">The pictures.</param>
    /// <param name="group">The processes that share the pictures, each a run of neighbours; every one gets the measurement of all. Null measures alone.</param>
    /// <param name="cancellation">Ends the measurement between two batches.</param>
    /// <exception cref="CorruptImageException">A picture cannot be decoded, and that is not to be passed over.</exception>
    /// <exception cref="InvalidDataException">A picture is smaller than its crop, or its class is none of the network's.</exception>
    /// <exception cref="NotSupportedException">The network cannot look at pictures in this way.</exception>
    /// <exception cref="OperationCanceledException">The measurement was ended.</exception>
    public Measurement Measure(
        nn.Module<Tensor, Tensor> network, IImageSource images, IProcessGroup? group = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(images);
        using var modes = new EvaluationModes(network);
        using var _ = no_grad();
        var worldSize = group?.WorldSize ?? 1;
        var rank = group?.Rank ?? 0;
        var first = (int)((long)images.Count * rank / worldSize);
        var end = (int)((long)images.Count * (rank + 1) / worldSize);
        var size = _plan.PicturesPerBatch((recipe.BatchSize + worldSize - 1) / worldSize);
        var maker = new ViewBatchMaker(images, _plan, recipe.Normalization, loading.Corrupt);
        var sums = new MeasurementSums();
        using var batches = new OrderedPrefetch<ViewBatch>(
            (end - first + size - 1) / size, loading.Workers, loading.QueueLength, b => maker.Make(first + (b * size), Math.Min(size, end - first - (b * size))));
        while (batches.TryTake(out var batch, cancellation))
        {
            using (batch)
                Add(sums, network, batch, images);
        }

        if (group is not null)
            sums.AddOthers(group, torch.device(device));

        return sums.Means();
    }

    private void Add(MeasurementSums sums, nn.Module<Tensor, Tensor> network, ViewBatch batch, IImageSource images)
    {
        PredictionSums? predictions = null;
        foreach (var stack in batch.Stacks)
        {
            var (logits, classes) = Logits(network, stack);
            predictions ??= new PredictionSums(batch.Indices.Length, classes);
            for (var i = 0; i < stack.Rows.Length; i++)
            {
                var picture = stack.Rows[i] / _plan.Views.Count;
                var label = batch.Labels[picture];
                if (label < 0 || label >= classes)
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{images.Describe(batch.Indices[picture])}: class {label}, but the network knows classes 0 to {classes - 1}"));

                predictions.Add(picture, label, logits.AsSpan(i * classes, classes));
            }
        }

        for (var picture = 0; picture < batch.Indices.Length; picture++)
            sums.Add(predictions!, picture, batch.Labels[picture]);
    }

    private (double[] Logits, int Classes) Logits(nn.Module<Tensor, Tensor> network, ViewStack stack)
    {
        using var scope = NewDisposeScope();
        var output = network.call(stack.Images.to(torch.device(device)));
        var shape = output.shape;
        if (shape.Length != 2 || shape[0] != stack.Rows.Length)
            throw new NotSupportedException($"a network that is measured gives a score per class, [N, classes], not [{string.Join(", ", shape)}]");

        return (output.cpu().to(ScalarType.Float64).data<double>().ToArray(), (int)shape[1]);
    }
}
