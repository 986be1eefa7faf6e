namespace ResNetGen.Training;

/// <summary>The training errors of the last steps.</summary>
internal sealed class RecentErrors
{
    /// <summary>How many.</summary>
    public const int Length = 100;

    private readonly Queue<double> _errors = new(Length);

    /// <summary>Their mean; that of fewer is not known yet, and NaN.</summary>
    public double Mean => _errors.Count == Length ? _errors.Sum() / Length : double.NaN;

    /// <summary>From the oldest to the newest.</summary>
    public IEnumerable<double> InOrder => _errors;

    /// <summary>Adds the newest.</summary>
    public void Add(double error)
    {
        if (_errors.Count == Length)
            _errors.Dequeue();
        _errors.Enqueue(error);
    }

    /// <summary>Goes on from a state.</summary>
    public void Restore(IEnumerable<double> errors)
    {
        _errors.Clear();
        foreach (var error in errors)
            _errors.Enqueue(error);
    }
}
