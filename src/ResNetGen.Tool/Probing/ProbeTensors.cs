using static TorchSharp.torch;

namespace ResNetGen.Tool.Probing;

/// <summary>The probe's numbers as tensors, and what comes out as numbers.</summary>
internal static class ProbeTensors
{
    /// <summary>Fills every float tensor of the state dict from its key, wherever it lies.</summary>
    public static void Fill(nn.Module module)
    {
        using var noGrad = no_grad();
        foreach (var (key, value) in module.state_dict())
        {
            if (!value.is_floating_point())
                continue;

            using var numbers = tensor(ProbeNumbers.Weight(key, value.shape), value.shape, device: value.device);
            value.copy_(numbers);
        }
    }

    /// <summary>The probe's input of <paramref name="shape"/> [N, C, H, W].</summary>
    public static Tensor Input(long[] shape, Device device) =>
        tensor(ProbeNumbers.Input(shape.Aggregate(1L, (product, size) => product * size)), shape, device: device);

    /// <summary>The elements of a float tensor, row-major.</summary>
    public static float[] Numbers(Tensor tensor)
    {
        using var onCpu = tensor.cpu();
        return onCpu.data<float>().ToArray();
    }

    /// <summary>sqrt(mean(x^2)), in double.</summary>
    public static double RootMeanSquare(float[] values) => Math.Sqrt(values.Average(value => (double)value * value));
}
