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
        ProbeTensors.Fill(module);
        module.eval();
        module.to(where);

        var shape = spec.Analysis.Input;
        using var input = ProbeTensors.Input([1, shape.Channels, shape.Height, shape.Width], where);
        var rms = new Dictionary<string, double?>(StringComparer.Ordinal);
        var maps = (IDisposable)module.GetType().GetMethod("Features")!.Invoke(module, [input])!;
        using (maps)
        {
            foreach (var tap in spec.Analysis.Taps)
            {
                var map = (Tensor)maps.GetType().GetProperty(tap.Name.ToUpperInvariant())!.GetValue(maps)!;
                rms.Add(tap.Name, Json.Finite(ProbeTensors.RootMeanSquare(ProbeTensors.Numbers(map))));
            }
        }

        using var logits = module.call(input);
        var outputs = ProbeTensors.Numbers(logits);
        rms.Add("out", Json.Finite(ProbeTensors.RootMeanSquare(outputs)));
        return new ProbeResult(
            spec.Network.Name, SummaryJson.Sizes(shape), rms, [.. outputs.Take(3).Select(v => Json.Finite(v))]);
    }
}
