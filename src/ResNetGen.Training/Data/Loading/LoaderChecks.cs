namespace ResNetGen.Training.Data;

/// <summary>Refuses what a loader cannot work by.</summary>
internal static class LoaderChecks
{
    /// <summary>Checks everything that is known before a picture is read.</summary>
    /// <exception cref="ArgumentException">Something makes no sense.</exception>
    public static void Require(IImageSource source, Recipe recipe, LoaderOptions options)
    {
        if (source.Count < 1)
            throw new ArgumentException($"{source.Name} has no pictures.", nameof(source));
        AtLeast(1, recipe.BatchSize, "batch size", nameof(recipe));
        AtLeast(0, recipe.Augmentation.Pad, "padding", nameof(recipe));
        AtLeast(1, recipe.Augmentation.Crop ?? 1, "crop", nameof(recipe));
        if (recipe.Augmentation.Scale is { } scale && (scale.Min < 1 || scale.Max < scale.Min))
            throw new ArgumentException($"The recipe's scale cannot be from {scale.Min} to {scale.Max}.", nameof(recipe));
        Colors(recipe.Normalization);
        AtLeast(0, options.Workers, "number of workers", nameof(options));
        AtLeast(1, options.QueueLength, "length of the queue", nameof(options));
        AtLeast(1, options.WorldSize, "number of processes", nameof(options));
        if (options.Rank < 0 || options.Rank >= options.WorldSize)
            throw new ArgumentException($"The rank cannot be {options.Rank} among {options.WorldSize} processes.", nameof(options));
    }

    private static void AtLeast(int least, int value, string what, string parameter)
    {
        if (value < least)
            throw new ArgumentException($"The {what} cannot be {value}.", parameter);
    }

    private static void Colors(Normalization normalization)
    {
        if (normalization.Mean.Count != 3 || normalization.Deviation.Count != 3)
            throw new ArgumentException("A normalisation has three means and three deviations.", nameof(normalization));
        if (normalization.Deviation.Any(deviation => !(deviation > 0)))
            throw new ArgumentException("The deviations of a normalisation are greater than zero.", nameof(normalization));
    }
}
