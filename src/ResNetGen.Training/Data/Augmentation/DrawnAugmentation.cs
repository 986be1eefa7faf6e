namespace ResNetGen.Training.Data;

/// <summary>How one picture is changed in one epoch.</summary>
/// <param name="Width">Its columns after scaling.</param>
/// <param name="Height">Its rows after scaling.</param>
/// <param name="Window">What is cut out of the scaled picture.</param>
/// <param name="Random">Where the colours' numbers come from.</param>
internal readonly record struct DrawnAugmentation(int Width, int Height, Window Window, RandomNumbers Random);
