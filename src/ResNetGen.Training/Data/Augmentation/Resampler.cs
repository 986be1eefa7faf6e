using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ResNetGen.Training.Data;

/// <summary>Resizes pictures bilinearly with antialiasing, as PIL and torchvision do: to within one level of 255.</summary>
internal static class Resampler
{
    /// <summary>The size of a picture whose shorter side is resized: the longer one is rounded down, as in torchvision.</summary>
    public static (int Width, int Height) Size(RgbImage image, int shorterSide) =>
        image.Width <= image.Height
            ? (shorterSide, (int)((long)shorterSide * image.Height / image.Width))
            : ((int)((long)shorterSide * image.Width / image.Height), shorterSide);

    /// <summary>Resizes the shorter side; a picture that has the size already is returned as it is.</summary>
    public static RgbImage ResizeShorterSide(RgbImage image, int shorterSide)
    {
        var (width, height) = Size(image, shorterSide);
        if (image.Width == width && image.Height == height)
            return image;

        var pixels = GC.AllocateUninitializedArray<byte>(checked(3 * width * height));
        Resize(image, width, height, 0, 0, width, height, pixels);
        return new RgbImage(width, height, pixels);
    }

    /// <summary>Writes a part of the resized picture; only what that part needs is computed.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="fullWidth">Columns of the whole resized picture.</param>
    /// <param name="fullHeight">Rows of the whole resized picture.</param>
    /// <param name="left">The part's first column.</param>
    /// <param name="top">The part's first row.</param>
    /// <param name="width">The part's columns.</param>
    /// <param name="height">The part's rows.</param>
    /// <param name="target">Takes <c>[height, width, 3]</c>.</param>
    public static void Resize(RgbImage image, int fullWidth, int fullHeight, int left, int top, int width, int height, Span<byte> target)
    {
        var rows = new ResampleWeights(image.Height, fullHeight, top, height);
        var columns = new ResampleWeights(image.Width, fullWidth, left, width);

        // One source row, blended from several, is as long as the part needs; four floats are read where three are used.
        var length = 3 * (columns.End - columns.First);
        var blended = ArrayPool<float>.Shared.Rent(length + 1);
        blended[length] = 0;
        for (var y = 0; y < height; y++)
        {
            var line = blended.AsSpan(0, length);
            line.Clear();
            var weights = rows.Of(y, out var first);
            for (var i = 0; i < weights.Length; i++)
                AddRow(image.Pixels.AsSpan(3 * (((first + i) * image.Width) + columns.First), length), weights[i], line);
            WriteRow(blended, columns, target.Slice(3 * y * width, 3 * width));
        }

        ArrayPool<float>.Shared.Return(blended);
    }

    private static void AddRow(ReadOnlySpan<byte> source, float weight, Span<float> sum)
    {
        var at = 0;
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(sum);
        for (; at <= source.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)at));
            Add(low, weight, ref to, at);
            Add(high, weight, ref to, at + 8);
        }

        for (; at < source.Length; at++)
            sum[at] += weight * source[at];
    }

    private static void Add(Vector128<ushort> values, float weight, ref float to, int at)
    {
        var (low, high) = Vector128.Widen(values);
        AddFour(low, weight, ref to, at);
        AddFour(high, weight, ref to, at + 4);
    }

    private static void AddFour(Vector128<uint> values, float weight, ref float to, int at)
    {
        var sum = Vector128.LoadUnsafe(ref to, (nuint)at) + (Vector128.ConvertToSingle(values.AsInt32()) * weight);
        sum.StoreUnsafe(ref to, (nuint)at);
    }

    private static void WriteRow(float[] line, ResampleWeights columns, Span<byte> target)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(line);
        for (int x = 0, at = 0; at < target.Length; x++, at += 3)
        {
            // Red, green and blue at once; the fourth is the next pixel's red and is dropped.
            var sum = Vector128.Create(0.5f);
            var weights = columns.Of(x, out var first);
            var place = 3 * (first - columns.First);
            for (var i = 0; i < weights.Length; i++, place += 3)
                sum += Vector128.LoadUnsafe(ref from, (nuint)place) * weights[i];

            // Weights are positive and sum to one: the result is in [0, 255] but for the rounding of floats.
            var rounded = Vector128.Min(Vector128.ConvertToInt32(sum), Vector128.Create(255));
            target[at] = (byte)rounded.GetElement(0);
            target[at + 1] = (byte)rounded.GetElement(1);
            target[at + 2] = (byte)rounded.GetElement(2);
        }
    }
}
