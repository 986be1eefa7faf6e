using System.Runtime.CompilerServices;
using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Data;

public sealed class SyntheticImagesTests
{
    private const int Side = 32;
    private const int Rows = 4;
    private const int Zoom = 2;
    private const int Gap = 4;

    [Fact]
    public void The_documented_sheet_is_what_is_drawn()
    {
        var sheet = Sheet(ImageSources.Open("synthetic:40,1").Training);
        if (Environment.GetEnvironmentVariable("RESNETGEN_ACCEPT_SNAPSHOTS") == "1")
            ImageFile.WritePng(SheetFile(), sheet);

        // Another machine's sine may round otherwise.
        Assert.InRange(Pictures.LargestDifference(sheet, ImageFile.Read(SheetFile())), 0, 1);
    }

    [Fact]
    public void A_linear_classifier_learns_the_training_pictures_by_heart_and_little_else()
    {
        var (training, test) = ImageSources.Open("synthetic:1000,500");
        var weights = new double[10][];
        for (var label = 0; label < 10; label++)
            weights[label] = new double[(Side * Side * 3) + 1];
        for (var epoch = 0; epoch < 20; epoch++)
        {
            for (var index = 0; index < training.Count; index++)
                Learn(weights, Features(training.Read(index)), training.Label(index), rate: 1e-3);
        }

        Assert.InRange(Accuracy(weights, training), 0.5, 1);
        Assert.InRange(Accuracy(weights, test!), 0.1, 0.4);
    }

    private static double[] Features(RgbImage image) => [1, .. image.Pixels.Select(value => (value / 127.5) - 1)];

    // A step of softmax regression.
    private static void Learn(double[][] weights, double[] features, int label, double rate)
    {
        var scores = Scores(weights, features);
        var largest = scores.Max();
        var shares = scores.Select(score => Math.Exp(score - largest)).ToArray();
        var sum = shares.Sum();
        for (var row = 0; row < weights.Length; row++)
        {
            var step = rate * ((row == label ? 1 : 0) - (shares[row] / sum));
            for (var i = 0; i < features.Length; i++)
                weights[row][i] += step * features[i];
        }
    }

    private static double[] Scores(double[][] weights, double[] features) =>
        Array.ConvertAll(weights, row =>
        {
            var sum = 0.0;
            for (var i = 0; i < row.Length; i++)
                sum += row[i] * features[i];
            return sum;
        });

    private static double Accuracy(double[][] weights, IImageSource source) =>
        Enumerable.Range(0, source.Count).Average(index =>
        {
            var scores = Scores(weights, Features(source.Read(index)));
            return Array.IndexOf(scores, scores.Max()) == source.Label(index) ? 1.0 : 0;
        });

    // A column per class, in the order of the labels.
    private static RgbImage Sheet(IImageSource source)
    {
        const int cell = (Zoom * Side) + Gap;
        var (width, height) = ((10 * cell) - Gap, (Rows * cell) - Gap);
        var pixels = new byte[3 * width * height];
        Array.Fill(pixels, (byte)255);
        for (var index = 0; index < 10 * Rows; index++)
        {
            var image = source.Read(index);
            var (left, top) = (source.Label(index) * cell, index / 10 * cell);
            for (var y = 0; y < Zoom * Side; y++)
            {
                for (var x = 0; x < Zoom * Side; x++)
                    image.Pixels.AsSpan(3 * ((y / Zoom * Side) + (x / Zoom)), 3).CopyTo(pixels.AsSpan(3 * (((top + y) * width) + left + x)));
            }
        }

        return new RgbImage(width, height, pixels);
    }

    private static string SheetFile([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "pictures", "synthetic.png"));
}
