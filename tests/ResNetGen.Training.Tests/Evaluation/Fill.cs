using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Evaluation;

/// <summary>Weights that follow from a seed alone: torch's own generator is shared by all tests of the process.</summary>
internal static class Fill
{
    public static T Of<T>(T network, int seed)
        where T : nn.Module
    {
        var random = new Random(seed);
        using var _ = no_grad();
        foreach (var parameter in network.parameters())
        {
            // Norms' weights lie around 1, all others around 0; wide enough that outputs differ between pictures.
            var values = new float[parameter.numel()];
            for (var i = 0; i < values.Length; i++)
                values[i] = (float)((parameter.ndim == 1 ? 0.75 : 0) + ((random.NextDouble() - 0.5) * (parameter.ndim == 1 ? 0.5 : 1)));

            using var filled = tensor(values, parameter.shape);
            parameter.copy_(filled);
        }

        return network;
    }
}
