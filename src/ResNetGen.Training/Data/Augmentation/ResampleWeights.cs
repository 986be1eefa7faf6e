namespace ResNetGen.Training.Data;

/// <summary>Which source pixels make each target pixel of a line, and by how much: a triangle as wide as a target pixel, and never narrower than two source pixels.</summary>
internal sealed class ResampleWeights
{
    private readonly int[] _first;
    private readonly float[][] _weights;

    /// <summary>The weights of a run of target pixels.</summary>
    /// <param name="source">Source pixels of the line.</param>
    /// <param name="target">Target pixels of the line.</param>
    /// <param name="start">The run's first target pixel.</param>
    /// <param name="count">Target pixels of the run.</param>
    public ResampleWeights(int source, int target, int start, int count)
    {
        _first = new int[count];
        _weights = new float[count][];
        var scale = (double)source / target;
        var support = Math.Max(scale, 1);
        for (var i = 0; i < count; i++)
        {
            var center = (start + i + 0.5) * scale;
            _first[i] = Math.Max((int)(center - support + 0.5), 0);
            _weights[i] = Triangle(Math.Min((int)(center + support + 0.5), source) - _first[i], _first[i] + 0.5 - center, support);
        }

        First = _first[0];
        End = _first[^1] + _weights[^1].Length;
    }

    /// <summary>The first source pixel that any target pixel needs.</summary>
    public int First { get; }

    /// <summary>The source pixel after the last that any target pixel needs.</summary>
    public int End { get; }

    /// <summary>The weights of a target pixel, of the source pixels from <paramref name="first"/> on.</summary>
    public ReadOnlySpan<float> Of(int index, out int first)
    {
        first = _first[index];
        return _weights[index];
    }

    private static float[] Triangle(int count, double offset, double support)
    {
        var weights = new double[count];
        for (var i = 0; i < count; i++)
            weights[i] = Math.Max(0, 1 - (Math.Abs(offset + i) / support));
        var sum = weights.Sum();
        return Array.ConvertAll(weights, weight => (float)(weight / sum));
    }
}
