using ResNetGen.Training;
using ResNetGen.Training.Data;
using static TorchSharp.torch;

namespace FineTuning;

/// <summary>Pictures of 64 x 64 with one drawn picture in one of four corners, on grey noise, and where it is.</summary>
internal sealed class Scenes(IImageSource images, Recipe recipe)
{
    private const int Side = 64;
    private const int Half = Side / 2;

    /// <summary>Draws some.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Chooses corners, pictures and noise.</param>
    /// <returns>Normalised pictures <c>[N, 3, 64, 64]</c>, the scores that cells should have, <c>[N, 1, 32, 32]</c>, and the corners.</returns>
    public (Tensor Pictures, Tensor Scores, int[] Corners) Draw(int count, Random random)
    {
        var (cells, stride) = (Side / Detector.Stride, Detector.Stride);
        var pictures = new float[count * 3 * Side * Side];
        var scores = new float[count * cells * cells];
        var corners = new int[count];
        for (var n = 0; n < count; n++)
        {
            var image = images.Read(random.Next(images.Count));
            corners[n] = random.Next(4);
            var (left, top) = (corners[n] % 2 * Half, corners[n] / 2 * Half);
            for (var y = 0; y < Side; y++)
            {
                for (var x = 0; x < Side; x++)
                {
                    var inside = x >= left && x < left + Half && y >= top && y < top + Half;
                    var grey = 128 + random.Next(-16, 17);
                    for (var c = 0; c < 3; c++)
                    {
                        var value = inside ? image.Pixels[((((y - top) * Half) + x - left) * 3) + c] : grey;
                        pictures[(((((n * 3) + c) * Side) + y) * Side) + x] = ((value / 255f) - recipe.Normalization.Mean[c]) / recipe.Normalization.Deviation[c];
                    }

                    if (inside)
                        scores[(((n * cells) + (y / stride)) * cells) + (x / stride)] = 1;
                }
            }
        }

        return (tensor(pictures).view(count, 3, Side, Side), tensor(scores).view(count, 1, cells, cells), corners);
    }
}
