using System.Globalization;

namespace ResNetGen.Training.Evaluation;

/// <summary>For each of some pictures, the sum of the softmax outputs of its looks, by one network or several.</summary>
internal sealed class PredictionSums
{
    private readonly double[]?[] _sums;
    private readonly double[] _labelLogs;
    private readonly int[] _terms;

    /// <summary>Begins with nothing.</summary>
    /// <param name="pictures">How many pictures.</param>
    public PredictionSums(int pictures)
    {
        _sums = new double[pictures][];
        _labelLogs = new double[pictures];
        _terms = new int[pictures];
        Array.Fill(_labelLogs, double.NegativeInfinity);
    }

    /// <summary>How many pictures there is room for.</summary>
    public int Count => _sums.Length;

    /// <summary>How many classes; 0 before the first look.</summary>
    public int Classes { get; private set; }

    /// <summary>Whether a picture was looked at.</summary>
    public bool Has(int picture) => _sums[picture] is not null;

    /// <summary>Adds the softmax of one look.</summary>
    /// <param name="picture">The picture's place.</param>
    /// <param name="label">Its class.</param>
    /// <param name="logits">What the network said of each class.</param>
    /// <exception cref="NotSupportedException">An earlier look was at another number of classes.</exception>
    public void Add(int picture, int label, ReadOnlySpan<double> logits)
    {
        if (Classes != 0 && Classes != logits.Length)
            throw OtherClasses(Classes, logits.Length);

        Classes = logits.Length;
        var max = double.NegativeInfinity;
        foreach (var logit in logits)
            max = Math.Max(max, logit);

        var total = 0.0;
        foreach (var logit in logits)
            total += Math.Exp(logit - max);

        var sums = _sums[picture] ??= new double[Classes];
        for (var c = 0; c < sums.Length; c++)
            sums[c] += Math.Exp(logits[c] - max) / total;

        // In the logarithm, so that a class whose probability is no number of double still has a loss.
        _labelLogs[picture] = AddInLogarithm(_labelLogs[picture], logits[label] - max - Math.Log(total));
        _terms[picture]++;
    }

    /// <summary>The negative logarithm of the mean probability of the picture's class.</summary>
    public double Loss(int picture) => Math.Log(_terms[picture]) - _labelLogs[picture];

    /// <summary>
    /// Whether the picture's class is among the first so many: whether fewer classes are more probable, or as probable and
    /// before it in the list of classes. NaN is never right.
    /// </summary>
    public bool IsAmongFirst(int picture, int label, int count)
    {
        var sums = _sums[picture]!;
        var own = sums[label];
        if (double.IsNaN(own))
            return false;

        var before = 0;
        for (var c = 0; c < sums.Length; c++)
        {
            if (sums[c] > own || (sums[c] == own && c < label))
                before++;
        }

        return before < count;
    }

    /// <summary>The mean probabilities of a picture.</summary>
    public double[] Probabilities(int picture) => [.. _sums[picture]!.Select(s => s / _terms[picture])];

    internal static NotSupportedException OtherClasses(long one, long other) =>
        new(string.Create(CultureInfo.InvariantCulture, $"networks of {one} and of {other} classes do not make an ensemble"));

    private static double AddInLogarithm(double a, double b)
    {
        if (double.IsNegativeInfinity(a))
            return b;

        var (large, small) = a >= b ? (a, b) : (b, a);
        return large + Math.Log(1 + Math.Exp(small - large));
    }
}
