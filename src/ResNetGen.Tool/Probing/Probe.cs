using ResNetGen.Architecture;
using ResNetGen.Tool.Reports;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Tool.Probing;

/// <summary>Runs a network's generated code on weights and an input that follow from names alone.</summary>
internal static class Probe
{
    /// <summary>Runs the probe for the input that <paramref name="spec"/> declares.</summary>
    public static ProbeResult Run(CompiledSpec spec, string device)
    {
        var where = new Device(device);
        using var module = GeneratedAssembly.Create(spec);
        using var noGrad = no_grad();
        Fill(module);
        module.eval();
        module.to(where);

        var shape = spec.Analysis.Input;
        using var onCpu = tensor(ProbeNumbers.Input(shape.Elements), [1L, shape.Channels, shape.Height, shape.Width]);
        using var input = onCpu.to(where);
        var rms = new Dictionary<string, double?>(StringComparer.Ordinal);
        var maps = (IDisposable)module.GetType().GetMethod("Features")!.Invoke(module, [input])!;
        using (maps)
        {
            foreach (var tap in spec.Analysis.Taps)
            {
                var map = (Tensor)maps.GetType().GetProperty(tap.Name.ToUpperInvariant())!.GetValue(maps)!;
                rms.Add(tap.Name, Json.Finite(RootMeanSquare(Numbers(map))));
            }
        }

        using var logits = module.call(input);
        var outputs = Numbers(logits);
        rms.Add("out", Json.Finite(RootMeanSquare(outputs)));
        return new ProbeResult(
            spec.Network.Name, SummaryJson.Sizes(shape), rms, [.. outputs.Take(3).Select(v => Json.Finite(v))]);
    }

    private static void Fill(nn.Module module)
    {
        foreach (var (key, value) in module.state_dict())
        {
            if (!value.is_floating_point())
                continue;

            using var numbers = tensor(ProbeNumbers.Weight(key, value.shape), value.shape);
            value.copy_(numbers);
        }
    }

    private static float[] Numbers(Tensor tensor)
    {
        using var onCpu = tensor.cpu();
        return onCpu.data<float>().ToArray();
    }

    private static double RootMeanSquare(float[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += (double)value * value;

        return Math.Sqrt(sum / values.Length);
    }
}
