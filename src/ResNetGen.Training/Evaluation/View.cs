using ResNetGen.Training.Data;

namespace ResNetGen.Training.Evaluation;

/// <summary>One look at a picture.</summary>
/// <param name="Scale">The length of the shorter side; null leaves the size.</param>
/// <param name="Place">The square that is cut out; null for the whole picture.</param>
/// <param name="Mirrored">Whether what is cut out is mirrored, left to right.</param>
internal readonly record struct View(int? Scale, CropPlace? Place, bool Mirrored)
{
    /// <summary>What it sees of a picture of some size; the centre is rounded as torchvision's <c>CenterCrop</c> does, halves to even.</summary>
    public Window In(int width, int height, int? crop)
    {
        if (Place is not { } place || crop is not { } side)
            return new Window(0, 0, width, height, Mirrored);

        var (right, bottom) = (width - side, height - side);
        var (left, top) = place switch
        {
            CropPlace.Center => (Half(right), Half(bottom)),
            CropPlace.TopLeft => (0, 0),
            CropPlace.TopRight => (right, 0),
            CropPlace.BottomLeft => (0, bottom),
            _ => (right, bottom),
        };
        return new Window(left, top, side, side, Mirrored);
    }

    private static int Half(int room) => (int)Math.Round(room / 2.0, MidpointRounding.ToEven);
}

/// <summary>Where a square lies in a picture.</summary>
internal enum CropPlace
{
    Center,
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
