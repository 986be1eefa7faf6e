namespace ResNetGen.Training.Evaluation;

/// <summary>One look at a picture.</summary>
/// <param name="Scale">The length of the shorter side; null leaves the size.</param>
/// <param name="Place">The square that is cut out; null for the whole picture.</param>
/// <param name="Mirrored">Whether what is cut out is mirrored, left to right.</param>
internal readonly record struct View(int? Scale, CropPlace? Place, bool Mirrored);

/// <summary>Where a square lies in a picture.</summary>
internal enum CropPlace
{
    Center,
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
