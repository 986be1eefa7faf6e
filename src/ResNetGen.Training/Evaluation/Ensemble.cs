using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>Several networks, of one architecture or of several, whose softmax outputs are averaged (Krizhevsky et al. 2012; He et al. 2015, table 5).</summary>
public sealed class Ensemble
{
    private readonly IReadOnlyList<Func<nn.Module<Tensor, Tensor>>> _members;

    private Ensemble(IReadOnlyList<Func<nn.Module<Tensor, Tensor>>> members, bool isOneAtATime)
    {
        if (members.Count == 0)
            throw new ArgumentException("an ensemble has at least one network", nameof(members));

        _members = members;
        IsOneAtATime = isOneAtATime;
    }

    /// <summary>How many networks.</summary>
    public int Count => _members.Count;

    /// <summary>Whether only one network is in memory at any time.</summary>
    public bool IsOneAtATime { get; }

    /// <summary>Networks that are all in memory and stay their owner's: pictures are decoded once.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Ensemble Of(params nn.Module<Tensor, Tensor>[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new Ensemble([.. members.Select<nn.Module<Tensor, Tensor>, Func<nn.Module<Tensor, Tensor>>>(m => () => m)], isOneAtATime: false);
    }

    /// <summary>
    /// Networks that are made when their turn comes, and disposed after it: pictures are decoded once for each, and 8 bytes
    /// are held for each picture and class.
    /// </summary>
    /// <param name="members">Each makes a network, with its weights, where it is to run.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Ensemble OneAtATime(params Func<nn.Module<Tensor, Tensor>>[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return new Ensemble(members, isOneAtATime: true);
    }

    /// <summary>The mean of the networks' softmax outputs for some pictures, each seen once; afterwards networks are in the mode in which they were.</summary>
    /// <param name="images">Normalised, <c>[N, 3, H, W]</c>, where the networks are.</param>
    /// <returns>Probabilities, <c>[N, classes]</c>, float64.</returns>
    /// <exception cref="NotSupportedException">The networks have different numbers of classes.</exception>
    public Tensor Predict(Tensor images)
    {
        ArgumentNullException.ThrowIfNull(images);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        Tensor? sum = null;
        ForEach(network =>
        {
            using var modes = new EvaluationModes(network);
            var probabilities = network.call(images).to(ScalarType.Float64).softmax(1);
            if (sum is not null && !sum.shape.SequenceEqual(probabilities.shape))
                throw PredictionSums.OtherClasses(sum.shape[^1], probabilities.shape[^1]);

            sum = sum is null ? probabilities : sum.add(probabilities);
        });
        return scope.MoveToOuter(sum!.div(Count));
    }

    /// <summary>Runs something with each network in turn.</summary>
    internal void ForEach(Action<nn.Module<Tensor, Tensor>> use)
    {
        foreach (var member in _members)
        {
            var network = member();
            try
            {
                use(network);
            }
            finally
            {
                if (IsOneAtATime)
                    network.Dispose();
            }
        }
    }
}
