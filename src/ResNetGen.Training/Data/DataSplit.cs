namespace ResNetGen.Training.Data;

/// <summary>Holds training pictures back for validation.</summary>
public static class DataSplit
{
    /// <summary>Splits a source; which pictures are held back follows from the seed and the source's count alone.</summary>
    /// <param name="source">All training pictures.</param>
    /// <param name="validationCount">How many are held back: 5000 of CIFAR-10 in the paper; 0 for none.</param>
    /// <param name="seed">The recipe's seed.</param>
    /// <returns>The rest and those held back, each in the source's order; no validation where none are held back.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or nothing would be left.</exception>
    public static (IImageSource Training, IImageSource? Validation) Hold(IImageSource source, int validationCount, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (validationCount < 0 || validationCount >= source.Count)
            throw new ArgumentOutOfRangeException(nameof(validationCount), $"{source.Name} has {source.Count} pictures: {validationCount} cannot be held back for validation.");
        if (validationCount == 0)
            return (source, null);

        var order = RandomNumbers.Of(seed, RandomPurpose.Split).Permutation(source.Count);
        var held = order[..validationCount];
        var rest = order[validationCount..];
        Array.Sort(held);
        Array.Sort(rest);
        return (new ImageSubset(source, $"{source.Name} without validation", rest), new ImageSubset(source, $"{source.Name}, validation", held));
    }
}
