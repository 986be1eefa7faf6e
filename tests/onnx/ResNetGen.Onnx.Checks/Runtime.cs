using System.Runtime.InteropServices;
using System.Text.Json;
using ResNetGen.Architecture;
using ResNetGen.Tool.Probing;
using ResNetGen.Tool.Specs;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Onnx.Checks;

/// <summary>Exports specs in each form, with the probe's weights and input, beside what the generated code makes of that input.</summary>
internal static class Runtime
{
    private static readonly int[] Batches = [1, 3];

    public static int Run(string folder, string[] specs)
    {
        foreach (var path in specs)
        {
            var spec = SpecLoader.LoadAll([path], input: null)[0];
            var name = Path.GetFileName(path).Replace(".resnet.yaml", "", StringComparison.Ordinal);
            var cases = Batches.Select(batch => Expected(spec, folder, name, batch)).ToArray();
            var files = new List<object>();
            foreach (var opset in new[] { "13", "17" })
            {
                foreach (var fold in new[] { false, true })
                {
                    foreach (var dynamic in new[] { false, true })
                    {
                        var file = Path.Combine(folder, $"{name}.{opset}{(fold ? ".folded" : "")}{(dynamic ? ".dynamic" : "")}.onnx");
                        Exported.Write(path, file, ["--taps", "--opset", opset, .. fold ? ["--fold-bn"] : Array.Empty<string>(), .. dynamic ? ["--dynamic-batch"] : Array.Empty<string>()]);
                        files.Add(new { file, opset, fold, dynamic });
                    }
                }
            }

            Console.WriteLine(JsonSerializer.Serialize(new { name, files, cases }));
            // The reader deletes the files and then asks for the next network's.
            if (Console.In.ReadLine() is null)
                return 1;
        }

        return 0;
    }

    private static object Expected(CompiledSpec spec, string folder, string name, int batch)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var shape = spec.Network.Input;
        long[] sizes = [batch, shape.Channels, shape.Height, shape.Width];
        var numbers = ProbeNumbers.Input(sizes.Aggregate(1L, (product, size) => product * size));
        var input = Path.Combine(folder, $"{name}.{batch}.input.bin");
        Save(input, numbers);

        var outputs = new List<object>();
        using var module = GeneratedAssembly.Create(spec);
        ProbeTensors.Fill(module);
        module.eval();
        using var single = tensor(numbers, sizes);
        var float32 = Outputs(module, spec, single);
        // The same in double, to know how far float32 itself is from the numbers that it stands for.
        module.to(ScalarType.Float64);
        using var twice = single.to(ScalarType.Float64);
        var float64 = Outputs(module, spec, twice);
        foreach (var (output, map) in float32)
        {
            var (expected, exact) = ($"{name}.{batch}.{output}.bin", $"{name}.{batch}.{output}.exact.bin");
            Save(Path.Combine(folder, expected), map.contiguous().data<float>().ToArray());
            Save(Path.Combine(folder, exact), float64[output].contiguous().data<double>().ToArray());
            outputs.Add(new { output, shape = map.shape, expected = Path.Combine(folder, expected), exact = Path.Combine(folder, exact) });
        }

        return new { batch, input, shape = sizes, outputs };
    }

    private static Dictionary<string, Tensor> Outputs(nn.Module<Tensor, Tensor> module, CompiledSpec spec, Tensor input)
    {
        var outputs = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        if (spec.Network.Head is not null || spec.Network.Final.Count > 0)
            outputs.Add("output", module.call(input));

        var maps = module.GetType().GetMethod("Features")!.Invoke(module, [input])!;
        foreach (var tap in spec.Analysis.Taps)
            outputs.Add(tap.Name, (Tensor)maps.GetType().GetProperty(tap.Name.ToUpperInvariant())!.GetValue(maps)!);

        return outputs;
    }

    private static void Save<T>(string file, T[] numbers)
        where T : unmanaged => File.WriteAllBytes(file, MemoryMarshal.AsBytes(numbers.AsSpan()));
}
