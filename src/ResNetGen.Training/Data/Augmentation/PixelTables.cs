namespace ResNetGen.Training.Data;

/// <summary>What each of the 256 values becomes, per channel: a table is as exact as the formula, and faster.</summary>
internal sealed class PixelTables
{
    private readonly float[][] _tables;

    private PixelTables(Func<int, float, float> formula)
    {
        _tables = new float[3][];
        for (var channel = 0; channel < 3; channel++)
        {
            var table = _tables[channel] = new float[256];
            for (var value = 0; value < table.Length; value++)
                table[value] = formula(channel, value / 255f);
        }
    }

    /// <summary>Values in [0, 1].</summary>
    public static PixelTables Unit { get; } = new((_, value) => value);

    /// <summary>Normalised values, in the arithmetic of torchvision's ToTensor and Normalize, to the bit.</summary>
    public static PixelTables Normalized(Normalization normalization) =>
        new((channel, value) => (value - normalization.Mean[channel]) / normalization.Deviation[channel]);

    /// <summary>Normalised values of colours that are shifted before.</summary>
    public static PixelTables Shifted(Normalization normalization, (float Red, float Green, float Blue) shift)
    {
        float[] shifts = [shift.Red, shift.Green, shift.Blue];
        return new((channel, value) => (value + shifts[channel] - normalization.Mean[channel]) / normalization.Deviation[channel]);
    }

    /// <summary>The table of a channel.</summary>
    public ReadOnlySpan<float> Of(int channel) => _tables[channel];
}
