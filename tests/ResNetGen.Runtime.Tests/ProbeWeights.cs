using ResNetGen.Tool.Probing;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Fills networks with the probe's numbers.</summary>
internal static class ProbeWeights
{
    public static void Fill(nn.Module module)
    {
        using var noGrad = no_grad();
        foreach (var (key, value) in module.state_dict())
        {
            if (!value.is_floating_point())
                continue;

            using var numbers = tensor(ProbeNumbers.Weight(key, value.shape), value.shape);
            using var onDevice = numbers.to(value.device);
            value.copy_(onDevice);
        }
    }

    public static Tensor Input(long[] shape, Device device) =>
        tensor(ProbeNumbers.Input(shape.Aggregate(1L, (p, s) => p * s)), shape, device: device);

    public static float[] Numbers(Tensor tensor)
    {
        using var onCpu = tensor.cpu();
        return onCpu.data<float>().ToArray();
    }

    public static double RootMeanSquare(Tensor tensor) => Math.Sqrt(Numbers(tensor).Average(v => (double)v * v));
}
