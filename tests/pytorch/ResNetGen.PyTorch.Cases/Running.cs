using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ResNetGen.Architecture;
using ResNetGen.Tool.Probing;
using static TorchSharp.torch;

namespace ResNetGen.PyTorch.Cases;

/// <summary>Runs generated C# and notes what it shows.</summary>
internal static class Running
{
    /// <summary>Looks at the network that <paramref name="create"/> makes.</summary>
    public static RunningCase Look(Func<nn.Module<Tensor, Tensor>> create, CompiledSpec spec)
    {
        manual_seed(0);
        using var module = create();
        var state = module.state_dict();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var constants = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var entry in spec.Analysis.State)
        {
            var value = state[entry.Key];
            if (!value.is_floating_point())
                continue;

            var numbers = ProbeTensors.Numbers(value.detach());
            hash.AppendData(MemoryMarshal.AsBytes(numbers.AsSpan()));
            if (numbers.Length > 1 && numbers.AsSpan().IndexOfAnyExcept(numbers[0]) < 0)
                constants.Add(entry.Key, numbers[0]);
        }

        module.train();
        var owners = spec.Analysis.State.Select(e => e.Key[..e.Key.LastIndexOf('.')]).ToHashSet(StringComparer.Ordinal);
        return new RunningCase(
            [.. module.named_parameters().Where(p => !p.parameter.requires_grad).Select(p => p.name)],
            [.. module.named_modules().Where(m => owners.Contains(m.name) && !m.module.training).Select(m => m.name)],
            Convert.ToHexStringLower(hash.GetHashAndReset()),
            constants,
            Probe(module, spec));
    }

    private static Dictionary<string, MapCase> Probe(nn.Module<Tensor, Tensor> module, CompiledSpec spec)
    {
        using var noGrad = no_grad();
        ProbeTensors.Fill(module);
        module.eval();
        var shape = spec.Analysis.Input;
        using var input = ProbeTensors.Input([1, shape.Channels, shape.Height, shape.Width], CPU);
        var shown = new Dictionary<string, MapCase>(StringComparer.Ordinal);
        var maps = (IDisposable)module.GetType().GetMethod("Features")!.Invoke(module, [input])!;
        using (maps)
        {
            foreach (var tap in spec.Analysis.Taps)
                shown.Add(tap.Name, MapOf((Tensor)maps.GetType().GetProperty(tap.Name.ToUpperInvariant())!.GetValue(maps)!));
        }

        using var output = module.call(input);
        shown.Add("out", MapOf(output));
        return shown;
    }

    private static MapCase MapOf(Tensor map)
    {
        var numbers = ProbeTensors.Numbers(map);
        var rms = ProbeTensors.RootMeanSquare(numbers);
        return new MapCase(
            Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(numbers.AsSpan()))), double.IsFinite(rms) ? rms : null);
    }
}
