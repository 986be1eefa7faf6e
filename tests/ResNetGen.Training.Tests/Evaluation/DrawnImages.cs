using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Evaluation;

/// <summary>Pictures of noise, of one size or of several; some of them may be corrupt.</summary>
internal sealed class DrawnImages(int count, int classes, params (int Width, int Height)[] sizes) : IImageSource
{
    private int _reads;

    public HashSet<int> Corrupt { get; } = [];

    public int Reads => _reads;

    public string Name => "noise";

    public int Count => count;

    public IReadOnlyList<string> Classes { get; } = [.. Enumerable.Range(0, classes).Select(c => $"class {c}")];

    public int Label(int index) => index * 5 % classes;

    public RgbImage Read(int index)
    {
        Interlocked.Increment(ref _reads);
        if (Corrupt.Contains(index))
            throw new CorruptImageException($"{Describe(index)} ends too early");

        var (width, height) = sizes[index % sizes.Length];
        var random = new Random(index);
        var pixels = new byte[width * height * 3];
        random.NextBytes(pixels);

        // Pictures differ in more than noise, so that a network tells them apart.
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)((pixels[i] / 2) + (index * 37 * (1 + (i % 3)) % 128));

        return new RgbImage(width, height, pixels);
    }

    public string Describe(int index) => $"noise, picture {index}";
}
