namespace ResNetGen.Training.Data;

/// <summary>A decoded picture.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Red, green, blue of each pixel, row by row: <c>[Height, Width, 3]</c>.</param>
public sealed record RgbImage(int Width, int Height, byte[] Pixels);
