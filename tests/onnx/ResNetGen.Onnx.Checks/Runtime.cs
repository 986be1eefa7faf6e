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
    private const int Batch = 3;

    /// <summary>Takes SPEC, or SPEC@CxHxW for another input than the spec's.</summary>
    public static int Run(string folder, string[] specs)
    {
        foreach (var spec in specs.Select(s => s.Split('@')))
        {
            var (path, input) = (spec[0], spec.Length > 1 ? spec[1] : null);
            var loaded = SpecLoader.LoadAll([path], input)[0];
            var name = Path.GetFileName(path).Replace(".resnet.yaml", "", StringComparison.Ordinal);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                name,
                input = loaded.Network.Input.ToString(),
                cases = Cases(loaded, folder, name),
                files = Forms().Select(form => Export(path, input, Path.Combine(folder, name), form)).ToArray(),
            }));

            // The reader deletes the files and then asks for the next network's.
            if (Console.In.ReadLine() is null)
                return 1;
        }

        return 0;
    }

    private static IEnumerable<(int Opset, bool Fold, bool Dynamic)> Forms() =>
        from opset in new[] { 13, 17 } from fold in new[] { false, true } from dynamic in new[] { false, true } select (opset, fold, dynamic);

    private static object Export(string path, string? input, string stem, (int Opset, bool Fold, bool Dynamic) form)
    {
        var file = $"{stem}.{form.Opset}{(form.Fold ? ".folded" : "")}{(form.Dynamic ? ".dynamic" : "")}.onnx";
        List<string> options = ["--taps", "--opset", $"{form.Opset}"];
        if (form.Fold)
            options.Add("--fold-bn");
        if (form.Dynamic)
            options.Add("--dynamic-batch");
        if (input is not null)
            options.AddRange(["--input", input]);

        Exported.Write(path, file, [.. options]);
        return new { file, opset = form.Opset, fold = form.Fold, dynamic = form.Dynamic };
    }

    private static object[] Cases(CompiledSpec spec, string folder, string name)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        using var module = GeneratedAssembly.Create(spec);
        ProbeTensors.Fill(module);
        module.eval();

        var shape = spec.Network.Input;
        var numbers = ProbeNumbers.Input(Batch * shape.Elements);
        using var input = tensor(numbers, [Batch, shape.Channels, shape.Height, shape.Width]);
        int[] batches = [1, Batch];
        var float32 = batches.Select(n => Outputs(module, spec, input.narrow(0, 0, n))).ToArray();
        // The same in double, to know how far float32 itself is from what it stands for. A picture's numbers do not depend on the others.
        module.to(ScalarType.Float64);
        using var exactInput = input.to(ScalarType.Float64);
        var exact = Outputs(module, spec, exactInput);
        return [.. batches.Select((n, i) => new
        {
            batch = n,
            input = Save(Path.Combine(folder, $"{name}.{n}.input.bin"), numbers[..(int)(n * shape.Elements)]),
            shape = new long[] { n, shape.Channels, shape.Height, shape.Width },
            outputs = float32[i].Select(o => new
            {
                output = o.Key,
                shape = o.Value.shape,
                expected = Save(Path.Combine(folder, $"{name}.{n}.{o.Key}.bin"), o.Value.contiguous().data<float>().ToArray()),
                exact = Save(Path.Combine(folder, $"{name}.{n}.{o.Key}.exact.bin"), exact[o.Key].narrow(0, 0, n).contiguous().data<double>().ToArray()),
            }).ToArray(),
        })];
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

    private static string Save<T>(string file, T[] numbers)
        where T : unmanaged
    {
        File.WriteAllBytes(file, MemoryMarshal.AsBytes(numbers.AsSpan()));
        return file;
    }
}
