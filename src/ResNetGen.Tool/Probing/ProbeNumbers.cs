using System.Text;

namespace ResNetGen.Tool.Probing;

/// <summary>The probe's numbers: each tensor is drawn from its key alone, by splitmix64 seeded with FNV-1a.</summary>
internal static class ProbeNumbers
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    /// <summary>64-bit FNV-1a of the text's UTF-8.</summary>
    public static ulong Fnv1a64(string text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var b in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ b) * 0x100000001B3);

        return hash;
    }

    /// <summary>Element <paramref name="index"/> of the stream of <paramref name="seed"/>, in [-1, 1).</summary>
    public static double Uniform(ulong seed, long index)
    {
        unchecked
        {
            var z = seed + ((ulong)index * Step);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            z ^= z >> 31;
            return ((z >> 11) * (1.0 / (1UL << 52))) - 1;
        }
    }

    /// <summary>The input's numbers.</summary>
    public static float[] Input(long count)
    {
        var numbers = new float[count];
        Fill("input", 0, numbers, scale: 1, offset: 0);
        return numbers;
    }

    /// <summary>The numbers of the state dict's entry <paramref name="key"/>.</summary>
    public static float[] Weight(string key, long[] shape)
    {
        var numbers = new float[Count(shape)];
        Weight(key, shape, 0, numbers);
        return numbers;
    }

    /// <summary>The numbers of the state dict's entry <paramref name="key"/> from element <paramref name="start"/> on.</summary>
    public static void Weight(string key, IReadOnlyList<long> shape, long start, Span<float> numbers)
    {
        if (key.EndsWith("running_var", StringComparison.Ordinal))
            Fill(key, start, numbers, 0.25, 1);
        else if (shape.Count >= 2)
            Fill(key, start, numbers, Math.Sqrt(6.0 / (Count(shape) / shape[0])), 0);
        else if (shape.Count == 1 && !key.EndsWith("running_mean", StringComparison.Ordinal) && key.EndsWith("weight", StringComparison.Ordinal))
            Fill(key, start, numbers, 0.1, 1);
        else
            Fill(key, start, numbers, 0.1, 0);
    }

    private static long Count(IReadOnlyList<long> shape) => shape.Aggregate(1L, (product, size) => product * size);

    private static void Fill(string key, long start, Span<float> numbers, double scale, double offset)
    {
        var seed = Fnv1a64(key);
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (float)(offset + (scale * Uniform(seed, start + i)));
    }
}
