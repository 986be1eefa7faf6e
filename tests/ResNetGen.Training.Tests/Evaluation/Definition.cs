using ResNetGen.Training.Data;
using ResNetGen.Training.Evaluation;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Evaluation;

/// <summary>Measurements by their definition: one look at a time, in the plainest code.</summary>
internal static class Definition
{
    public static Measurement Of(IImageSource images, Func<int, double[]> probabilities)
    {
        double loss = 0, wrong1 = 0, wrong5 = 0;
        for (var i = 0; i < images.Count; i++)
        {
            var p = probabilities(i);
            var label = images.Label(i);
            loss -= Math.Log(p[label]);
            var order = Enumerable.Range(0, p.Length).OrderByDescending(c => p[c]).ThenBy(c => c).ToList();
            wrong1 += order[0] == label ? 0 : 1;
            wrong5 += order.Take(5).Contains(label) ? 0 : 1;
        }

        return new Measurement(images.Count, loss / images.Count, wrong1 / images.Count, wrong5 / images.Count);
    }

    /// <summary>The softmax of one look at a picture.</summary>
    public static double[] Softmax(nn.Module<Tensor, Tensor> network, RgbImage image, Normalization normalization, int left, int top, int width, int height, bool mirrored)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var values = new float[3 * height * width];
        for (var c = 0; c < 3; c++)
        {
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var value = image.Pixels[((((top + y) * image.Width) + left + x) * 3) + c] / 255f;
                    values[(((c * height) + y) * width) + (mirrored ? width - 1 - x : x)] = (value - normalization.Mean[c]) / normalization.Deviation[c];
                }
            }
        }

        var logits = network.call(tensor(values, [1, 3, height, width]));
        return logits.to(ScalarType.Float64).softmax(1).data<double>().ToArray();
    }

    public static double[] Mean(IEnumerable<double[]> probabilities)
    {
        var all = probabilities.ToList();
        return [.. Enumerable.Range(0, all[0].Length).Select(c => all.Average(p => p[c]))];
    }

    public static void AssertEqual(Measurement expected, Measurement actual)
    {
        Assert.Equal(expected.Images, actual.Images);
        Assert.Equal(expected.Top1Error, actual.Top1Error, 1e-12);
        Assert.Equal(expected.Top5Error, actual.Top5Error, 1e-12);
        Assert.Equal(expected.Loss, actual.Loss, 1e-5);
    }
}
