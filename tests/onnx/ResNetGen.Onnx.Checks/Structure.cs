using System.Text.Json;
using ResNetGen.Architecture;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Onnx.Checks;

/// <summary>Exports specs for a checker that knows nothing of them but what the analysis says of each.</summary>
internal static class Structure
{
    // The oldest and the newest operator set, with what changes the graph beside it.
    private static readonly string[][] Forms = [["--opset", "17"], ["--opset", "13", "--fold-bn", "--dynamic-batch"]];

    public static int Run(string folder, string[] specs)
    {
        // A file is deleted by its reader, who then sends a line: no more than two lie there at once.
        var ahead = 2;
        foreach (var path in specs)
        {
            var spec = SpecLoader.LoadAll([path], input: null)[0];
            foreach (var form in Forms)
            {
                if (ahead-- <= 0 && Console.In.ReadLine() is null)
                    return 1;

                var file = Path.Combine(folder, $"{Path.GetFileName(path)}.{form[1]}.onnx");
                Exported.Write(path, file, ["--taps", .. form]);
                Console.WriteLine(JsonSerializer.Serialize(Facts(spec, path, file, form)));
            }
        }

        return 0;
    }

    private static object Facts(CompiledSpec spec, string path, string file, string[] form) => new
    {
        spec = path,
        file,
        opset = int.Parse(form[1], System.Globalization.CultureInfo.InvariantCulture),
        folded = form.Contains("--fold-bn"),
        dynamic = form.Contains("--dynamic-batch"),
        name = spec.Network.Name,
        input = Sizes(spec.Network.Input),
        taps = spec.Analysis.Taps.ToDictionary(t => t.Name, t => Sizes(t.Shape), StringComparer.Ordinal),
        classes = spec.Network.Head?.Classes,
        ends_normalised = spec.Network.Head is null && spec.Network.Final.Count > 0,
        state = spec.Analysis.State.ToDictionary(e => e.Key, e => e.Shape.ToArray(), StringComparer.Ordinal),
    };

    private static int[] Sizes(Architecture.Networks.ImageShape shape) => [shape.Channels, shape.Height, shape.Width];
}
