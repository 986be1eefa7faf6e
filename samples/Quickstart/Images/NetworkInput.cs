using ResNetGen.Training.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Quickstart.Images;

/// <summary>Turns a picture into what a network takes.</summary>
internal static class NetworkInput
{
    // The colours of ImageNet, which published weights expect.
    private static readonly float[] Mean = [0.485f, 0.456f, 0.406f];
    private static readonly float[] Deviation = [0.229f, 0.224f, 0.225f];

    /// <summary>The square in the picture's middle, scaled and normalised: <c>[1, 3, height, width]</c>.</summary>
    public static Tensor From(RgbImage image, int height, int width)
    {
        using var scope = torch.NewDisposeScope();
        var side = Math.Min(image.Height, image.Width);
        var pixels = torch.tensor(image.Pixels, [1, image.Height, image.Width, 3]).permute(0, 3, 1, 2);
        var square = pixels.narrow(2, (image.Height - side) / 2, side).narrow(3, (image.Width - side) / 2, side);
        var scaled = torch.nn.functional.adaptive_avg_pool2d(square.to(ScalarType.Float32) / 255, (height, width));
        return ((scaled - PerChannel(Mean)) / PerChannel(Deviation)).MoveToOuterDisposeScope();
    }

    private static Tensor PerChannel(float[] values) => torch.tensor(values, [1, 3, 1, 1]);
}
