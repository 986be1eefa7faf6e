namespace ResNetGen.Training.Data;

/// <summary>A data set that is drawn: ten classes of shapes and textures, as many of each, the same on every run.</summary>
internal static class SyntheticImages
{
    /// <summary>The most pictures of a part; they are all kept in memory.</summary>
    public const int MaxCount = 1_000_000;

    private const ulong TrainingSeed = 1;
    private const ulong TestSeed = 2;

    /// <summary>Draws the set.</summary>
    public static TrainingData Open(int training = 10_000, int test = 2_000) =>
        new(Draw("synthetic training", training, TrainingSeed), Draw("synthetic test", test, TestSeed));

    private static MemoryImages Draw(string name, int count, ulong seed)
    {
        var images = new RgbImage[count];
        var labels = new byte[count];
        for (var index = 0; index < count; index++)
        {
            labels[index] = (byte)(index % SyntheticPainter.Classes.Count);
            images[index] = SyntheticPainter.Draw(labels[index], RandomNumbers.Of(seed, RandomPurpose.Drawing, index));
        }

        return new MemoryImages(name, SyntheticPainter.Classes, images, labels);
    }
}
