using System.Globalization;

namespace ResNetGen.Architecture.Networks;

/// <summary>The shape of one picture or feature map, without the batch.</summary>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Elements of one picture.</summary>
    public long Elements => checked((long)Channels * Height * Width);

    /// <summary>Prints <c>3x224x224</c>.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}x{1}x{2}", Channels, Height, Width);
}
