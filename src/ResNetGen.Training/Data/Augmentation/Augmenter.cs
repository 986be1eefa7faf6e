using System.Buffers;

namespace ResNetGen.Training.Data;

/// <summary>
/// Turns a picture into a training picture: scale, pad, crop, flip, colour, normalise. What is drawn at random follows from the
/// seed, the epoch and the picture's number.
/// </summary>
internal sealed class Augmenter(Recipe recipe)
{
    private readonly Augmentation _settings = recipe.Augmentation;
    private readonly Normalization _normalization = recipe.Normalization;
    private readonly PixelTables _tables = PixelTables.Normalized(recipe.Normalization);

    /// <summary>Draws how a picture is changed.</summary>
    /// <exception cref="InvalidDataException">It is smaller than the crop.</exception>
    public DrawnAugmentation Draw(RgbImage image, long epoch, int index)
    {
        var random = RandomNumbers.Of(recipe.Seed, RandomPurpose.Augmentation, epoch, index);
        var (width, height) = (image.Width, image.Height);
        if (_settings.Scale is { } scale)
            (width, height) = Resampler.Size(image, scale.Min + random.Below(scale.Max - scale.Min + 1));

        var (cropWidth, cropHeight) = _settings.Crop is { } crop ? (crop, crop) : (width + (2 * _settings.Pad), height + (2 * _settings.Pad));
        var left = Place(width, cropWidth, ref random);
        var top = Place(height, cropHeight, ref random);
        var flip = _settings.Flip && random.Coin();
        return new DrawnAugmentation(width, height, new Window(left, top, cropWidth, cropHeight, flip), random);
    }

    /// <summary>Writes a picture, changed as drawn.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="drawn">How it is changed.</param>
    /// <param name="planes">Takes <c>[3, height, width]</c> of the window.</param>
    public void Write(RgbImage image, DrawnAugmentation drawn, Span<float> planes)
    {
        if (drawn.Width == image.Width && drawn.Height == image.Height)
        {
            WriteColors(image, drawn.Window, drawn.Random, planes);
            return;
        }

        // Only what the window shows is resized.
        var window = drawn.Window;
        var (left, top, width, height) = window.Covered(drawn.Width, drawn.Height);
        var pixels = ArrayPool<byte>.Shared.Rent(3 * width * height);
        Resampler.Resize(image, drawn.Width, drawn.Height, window.Left + left, window.Top + top, width, height, pixels);
        WriteColors(new RgbImage(width, height, pixels), window with { Left = -left, Top = -top }, drawn.Random, planes);
        ArrayPool<byte>.Shared.Return(pixels);
    }

    private void WriteColors(RgbImage image, Window window, RandomNumbers random, Span<float> planes)
    {
        switch (_settings.Color)
        {
            case ColorAugmentation.Pca:
                PixelWriter.Write(image, window, PixelTables.Shifted(_normalization, ColorShift.Draw(ref random)), planes);
                break;
            case ColorAugmentation.Jitter:
                var area = PlaneArea.Of(window, image.Width, image.Height);
                PixelWriter.Write(image, window, PixelTables.Unit, planes);
                ColorJitter.Apply(planes, area, ref random);
                Normalize(planes, area);
                break;
            default:
                PixelWriter.Write(image, window, _tables, planes);
                break;
        }
    }

    private void Normalize(Span<float> planes, in PlaneArea area)
    {
        for (var y = 0; y < area.Height; y++)
        {
            var (red, green, blue) = area.Row(planes, y);
            Normalize(red, 0);
            Normalize(green, 1);
            Normalize(blue, 2);
        }
    }

    private void Normalize(Span<float> row, int channel)
    {
        foreach (ref var value in row)
            value = (value - _normalization.Mean[channel]) / _normalization.Deviation[channel];
    }

    private int Place(int side, int crop, ref RandomNumbers random)
    {
        var padded = side + (2 * _settings.Pad);
        return padded >= crop
            ? random.Below(padded - crop + 1) - _settings.Pad
            : throw new InvalidDataException($"{padded} pixels, padding included, are fewer than the crop's {crop}");
    }
}
