namespace ResNetGen.Architecture.Networks;

/// <summary>How a layer moves over a map.</summary>
/// <param name="Kernel">The width of the square that it reads, in taps.</param>
/// <param name="Stride">The step between two squares.</param>
/// <param name="Padding">What is added on every side.</param>
/// <param name="Dilation">The distance between two taps.</param>
/// <param name="RoundsUp">Whether a last square that reaches over the edge counts: PyTorch's <c>ceil_mode</c>.</param>
public readonly record struct Window(int Kernel, int Stride = 1, int Padding = 0, int Dilation = 1, bool RoundsUp = false)
{
    /// <summary>A layer that treats every position by itself.</summary>
    public static readonly Window Point = new(1);

    /// <summary>The extent that comes out, as PyTorch computes it; 0 where the window does not fit.</summary>
    public int Output(int extent)
    {
        var span = extent + (2 * Padding) - (Dilation * (Kernel - 1)) - 1 + (RoundsUp ? Stride - 1 : 0);
        if (span < 0)
            return 0;

        var output = (span / Stride) + 1;
        // The last square must begin in the map or in what is added before it.
        return RoundsUp && (output - 1) * Stride >= extent + Padding ? output - 1 : output;
    }

    /// <summary>The map that comes out, with <paramref name="channels"/> channels.</summary>
    public ImageShape Output(ImageShape input, int channels) => new(channels, Output(input.Height), Output(input.Width));
}
