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

    private static int Half(int room) => (int)Math.Round(room / 2.0, MidpointRounding.ToEven);
}
