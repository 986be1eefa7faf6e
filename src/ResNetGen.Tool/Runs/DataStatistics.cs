using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Training.Data;

namespace ResNetGen.Tool.Runs;

/// <summary>What a part of a data set holds.</summary>
/// <param name="Part">The part: <c>training</c> or <c>test</c>.</param>
/// <param name="Name">How the source is named.</param>
/// <param name="Images">Its pictures, unreadable ones included.</param>
/// <param name="Classes">Its classes with their pictures.</param>
/// <param name="Sizes">Widths and heights.</param>
/// <param name="Mean">The means of red, green and blue over all pixels, in [0, 1]; null where nothing can be read.</param>
/// <param name="Deviation">Their deviations.</param>
/// <param name="Unreadable">What cannot be decoded.</param>
internal sealed record DataStatistics(
    string Part,
    string Name,
    int Images,
    IReadOnlyList<ClassCount> Classes,
    SizeRange? Sizes,
    IReadOnlyList<double>? Mean,
    IReadOnlyList<double>? Deviation,
    IReadOnlyList<UnreadableImage> Unreadable)
{
    /// <summary>Reads every picture, on several threads; sums of whole numbers do not depend on their order.</summary>
    public static DataStatistics Of(string part, IImageSource source, Progress progress)
    {
        var (gate, done) = (new Lock(), 0L);
        var (sums, squares, pixels) = (new Int128[3], new Int128[3], 0L);
        var unreadable = new SortedDictionary<int, string>();
        SizeRange? sizes = null;
        Parallel.For(0, source.Count, new ParallelOptions { CancellationToken = Interruption.Token }, index =>
        {
            try
            {
                var image = source.Read(index);
                var (sum, square) = Sums(image.Pixels);
                lock (gate)
                {
                    for (var c = 0; c < 3; c++)
                        (sums[c], squares[c]) = (sums[c] + sum[c], squares[c] + square[c]);

                    pixels += (long)image.Width * image.Height;
                    sizes = SizeRange.With(sizes, image);
                }
            }
            catch (CorruptImageException e)
            {
                lock (gate)
                    unreadable.Add(index, e.Message);
            }

            lock (gate)
                progress.Report(++done);
        });
        var means = sums.Select(s => (double)s / pixels / 255).ToArray();
        var classes = source.Classes.Select(_ => 0).ToArray();
        for (var i = 0; i < source.Count; i++)
            classes[source.Label(i)]++;

        return new(
            part,
            source.Name,
            source.Count,
            [.. source.Classes.Select((name, i) => new ClassCount(name, classes[i]))],
            sizes,
            pixels == 0 ? null : means,
            pixels == 0 ? null : [.. squares.Select((s, c) => Math.Sqrt(Math.Max(0, ((double)s / pixels / (255 * 255)) - (means[c] * means[c]))))],
            [.. unreadable.Select(u => new UnreadableImage(source.Describe(u.Key), u.Value))]);
    }

    private static (long[] Sums, long[] Squares) Sums(byte[] pixels)
    {
        var (sums, squares) = (new long[3], new long[3]);
        for (var i = 0; i < pixels.Length; i += 3)
        {
            for (var c = 0; c < 3; c++)
            {
                long value = pixels[i + c];
                sums[c] += value;
                squares[c] += value * value;
            }
        }

        return (sums, squares);
    }
}

/// <summary>A class with its pictures.</summary>
internal sealed record ClassCount(string Name, int Images);

/// <summary>A picture that cannot be decoded.</summary>
internal sealed record UnreadableImage(string Path, string Reason);

/// <summary>The sizes of pictures.</summary>
internal sealed record SizeRange(int MinWidth, int MaxWidth, int MinHeight, int MaxHeight)
{
    public static SizeRange With(SizeRange? before, RgbImage image) => before is null
        ? new(image.Width, image.Width, image.Height, image.Height)
        : new(
            Math.Min(before.MinWidth, image.Width),
            Math.Max(before.MaxWidth, image.Width),
            Math.Min(before.MinHeight, image.Height),
            Math.Max(before.MaxHeight, image.Height));

    public override string ToString() => this is { MinWidth: var w, MinHeight: var h } && w == MaxWidth && h == MaxHeight
        ? FormattableString.Invariant($"{w}x{h}")
        : FormattableString.Invariant($"{MinWidth}x{MinHeight} to {MaxWidth}x{MaxHeight}");
}
