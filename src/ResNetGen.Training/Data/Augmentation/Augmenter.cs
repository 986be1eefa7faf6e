namespace ResNetGen.Training.Data;

/// <summary>Turns a picture into a training picture: scale, pad, crop, flip, colour, normalise, all in random ways that follow from the seed, the epoch and the picture.</summary>
internal sealed class Augmenter(Recipe recipe)
{
    private readonly Augmentation _settings = recipe.Augmentation;
    private readonly PixelWriter _writer = new(recipe.Normalization);

    /// <summary>The size of what a picture becomes.</summary>
    public (int Width, int Height) Size(RgbImage image) =>
        _settings.Crop is { } crop ? (crop, crop) : (image.Width + (2 * _settings.Pad), image.Height + (2 * _settings.Pad));

    /// <summary>Writes a picture, augmented, as <c>[3, height, width]</c>.</summary>
    /// <exception cref="InvalidDataException">It is smaller than the crop.</exception>
    public void Write(RgbImage image, long epoch, int index, Span<float> planes)
    {
        var random = RandomNumbers.Of(recipe.Seed, RandomPurpose.Augmentation, epoch, index);
        var (width, height) = Size(image);
        var left = Place(image.Width, width, ref random) - _settings.Pad;
        var top = Place(image.Height, height, ref random) - _settings.Pad;
        var flip = _settings.Flip && random.Coin();
        _writer.Write(image, left, top, width, height, flip, planes);
    }

    private int Place(int side, int crop, ref RandomNumbers random)
    {
        var room = side + (2 * _settings.Pad) - crop;
        return room >= 0
            ? random.Below(room + 1)
            : throw new InvalidDataException($"{side + (2 * _settings.Pad)} pixels, padding included, are fewer than the crop's {crop}");
    }
}
