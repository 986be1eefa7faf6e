namespace ResNetGen.Training.Data;

/// <summary>What is refused before memory is taken: a few bytes can claim to be a picture of many gigabytes.</summary>
internal static class PictureLimits
{
    /// <summary>The most pixels: 400 MB while a picture with transparency is decoded.</summary>
    public const int MaxPixels = 100_000_000;

    /// <summary>The largest file.</summary>
    public const int MaxFileBytes = 512 << 20;

    /// <summary>Refuses a size.</summary>
    /// <exception cref="InvalidDataException">The picture has too many pixels, or none.</exception>
    public static void Require(long width, long height)
    {
        if (width < 1 || height < 1)
            throw new InvalidDataException("cut short before it says how many pixels it has");
        if (width * height > MaxPixels)
            throw new InvalidDataException($"{width} x {height} pixels, where at most {MaxPixels} in all are read");
    }
}
