using System.Globalization;
using ResNetGen.Training.Data;
using ResNetGen.Training.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>Measures networks on pictures, seen as a recipe says: centre crop, ten crops, or whole at several scales.</summary>
/// <remarks>Pictures are decoded on threads of their own, ahead of the network. The network works in the type of its weights; softmax outputs are averaged in float64.</remarks>
/// <param name="recipe">How pictures are seen and normalised, and how many are classified at once.</param>
/// <param name="loading">Threads, queue and corrupt pictures; ranks come from the group.</param>
/// <param name="device">Where the network is: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>.</param>
/// <exception cref="ArgumentException">The recipe's evaluation contradicts itself.</exception>
public sealed class Evaluator(Recipe recipe, LoaderOptions loading, string device)
{
    private readonly ViewPlan _plan = new(recipe.Evaluation);
    private readonly List<SkippedImage> _skipped = [];

    /// <summary>Pictures that the last measurement left out because they cannot be decoded: those of this process.</summary>
    public IReadOnlyList<SkippedImage> Skipped => _skipped;

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
        return Measure(Ensemble.Of(network), images, group, cancellation);
    }

    /// <summary>Measures an ensemble as <see cref="Measure(nn.Module{Tensor, Tensor}, IImageSource, IProcessGroup?, CancellationToken)"/> does a network: softmax outputs are averaged over looks and networks.</summary>
    /// <param name="ensemble">The networks.</param>
    /// <param name="images">The pictures.</param>
    /// <param name="group">The processes that share the pictures; null measures alone.</param>
    /// <param name="cancellation">Ends the measurement between two batches.</param>
    /// <exception cref="CorruptImageException">A picture cannot be decoded, and that is not to be passed over.</exception>
    /// <exception cref="InvalidDataException">A picture is smaller than its crop, or its class is none of the networks'.</exception>
    /// <exception cref="NotSupportedException">A network cannot look at pictures in this way, or the networks have different numbers of classes.</exception>
    /// <exception cref="OperationCanceledException">The measurement was ended.</exception>
    public Measurement Measure(Ensemble ensemble, IImageSource images, IProcessGroup? group = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(images);
        _skipped.Clear();
        using var _ = no_grad();
        var share = Share.Of(images.Count, group);
        var sums = new MeasurementSums();
        if (ensemble.IsOneAtATime)
            AddOneByOne(sums, ensemble, images, share, group, cancellation);
        else
            AddTogether(sums, ensemble, images, share, group, cancellation);

        if (group is not null)
            sums.AddOthers(group, torch.device(device));

        return sums.Means();
    }

    private void AddTogether(MeasurementSums sums, Ensemble ensemble, IImageSource images, Share share, IProcessGroup? group, CancellationToken cancellation)
    {
        var modes = new List<EvaluationModes>();
        try
        {
            ensemble.ForEach(network => modes.Add(Prepared(network)));
            using var stream = Stream(images, share, group);
            foreach (var batch in stream.Batches(cancellation))
            {
                var predictions = new PredictionSums(batch.Indices.Length);
                ensemble.ForEach(network => Add(predictions, network, batch, picture => picture, images));
                sums.Add(predictions, picture => batch.Labels[picture]);
                _skipped.AddRange(batch.Skipped);
            }
        }
        finally
        {
            modes.ForEach(m => m.Dispose());
        }
    }

    private void AddOneByOne(MeasurementSums sums, Ensemble ensemble, IImageSource images, Share share, IProcessGroup? group, CancellationToken cancellation)
    {
        var predictions = new PredictionSums(share.Count);
        ensemble.ForEach(network =>
        {
            using var modes = Prepared(network);
            using var stream = Stream(images, share, group);
            _skipped.Clear();
            foreach (var batch in stream.Batches(cancellation))
            {
                Add(predictions, network, batch, picture => batch.Indices[picture] - share.First, images);
                _skipped.AddRange(batch.Skipped);
            }
        });
        sums.Add(predictions, picture => images.Label(share.First + picture));
    }

    private EvaluationModes Prepared(nn.Module network)
    {
        FixedHead.Refuse(network, _plan);
        return new EvaluationModes(network);
    }

    private ViewStream Stream(IImageSource images, Share share, IProcessGroup? group) =>
        new(images, share, _plan, recipe, loading, group?.WorldSize ?? 1);

    private void Add(PredictionSums predictions, nn.Module<Tensor, Tensor> network, ViewBatch batch, Func<int, int> place, IImageSource images)
    {
        foreach (var stack in batch.Stacks)
        {
            var (logits, classes) = Logits(network, stack);
            for (var i = 0; i < stack.Rows.Length; i++)
            {
                var picture = stack.Rows[i] / _plan.Views.Count;
                var label = batch.Labels[picture];
                if (label < 0 || label >= classes)
                    throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"{images.Describe(batch.Indices[picture])}: class {label}, but the network knows classes 0 to {classes - 1}"));

                predictions.Add(place(picture), label, logits.AsSpan(i * classes, classes));
            }
        }
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
