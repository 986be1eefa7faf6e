using ResNetGen.Training.Data;

namespace ResNetGen.Training.Evaluation;

/// <summary>A part of a picture, perhaps mirrored.</summary>
internal readonly record struct Region(int Left, int Top, int Width, int Height, bool Mirrored)
{
    /// <summary>What a look sees; the centre is rounded as torchvision's <c>CenterCrop</c> does, halves to even.</summary>
    public static Region Of(View view, RgbImage picture, int? crop)
    {
        if (view.Place is not { } place || crop is not { } side)
            return new Region(0, 0, picture.Width, picture.Height, view.Mirrored);

        var (right, bottom) = (picture.Width - side, picture.Height - side);
        var (left, top) = place switch
        {
            CropPlace.Center => (Half(right), Half(bottom)),
            CropPlace.TopLeft => (0, 0),
            CropPlace.TopRight => (right, 0),
            CropPlace.BottomLeft => (0, bottom),
            _ => (right, bottom),
        };
        return new Region(left, top, side, side, view.Mirrored);
    }

    /// <summary>Writes the region's values, one plane per colour.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="values">For each colour the value of each byte.</param>
    /// <param name="target">As many as the region has, times three.</param>
    public void Write(RgbImage picture, float[][] values, Span<float> target)
    {
        var plane = Width * Height;
        var (first, step) = Mirrored ? (Left + Width - 1, -3) : (Left, 3);
        for (var colour = 0; colour < 3; colour++)
        {
            var table = values[colour];
            for (var y = 0; y < Height; y++)
            {
                var row = target.Slice((colour * plane) + (y * Width), Width);
                var at = ((((Top + y) * picture.Width) + first) * 3) + colour;
                for (var x = 0; x < row.Length; x++, at += step)
                    row[x] = table[picture.Pixels[at]];
            }
        }
    }

    private static int Half(int room) => (int)Math.Round(room / 2.0, MidpointRounding.ToEven);
}
