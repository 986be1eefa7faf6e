using System.CommandLine;
using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen summary`: what is known of a network before it runs.</summary>
internal static class SummaryVerb
{
    public static Command Create()
    {
        var (specs, format, output, input, batch) =
            (CommonOptions.Specs(), CommonOptions.Format(Format.Table), CommonOptions.Output(), CommonOptions.Input(), CommonOptions.Batch());
        var command = new Command("summary", "Prints layers, shapes, parameters, MACs, depth and receptive fields.")
        {
            specs, format, output, input, batch,
        };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll(parsed.GetRequiredValue(specs), parsed.GetValue(input));
            var wanted = parsed.GetValue(format);
            var pictures = parsed.GetValue(batch);
            OutputFile.Write(
                wanted == Format.Json
                    ? Json.OneOrMany(loaded.ConvertAll(s => SummaryJson.Of(s, pictures)))
                    : string.Join('\n', loaded.Select(s => ReportWriter.Write(ReportOf(s, wanted, pictures), wanted))),
                parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Report ReportOf(CompiledSpec spec, Format format, int? batch)
    {
        var analysis = spec.Analysis;
        // A program reads CSV: no separators between thousands.
        var number = (long value) => value.ToString(format == Format.Csv ? "D" : "N0", CultureInfo.InvariantCulture);
        var facts = new List<(string, string)>
        {
            ("input", analysis.Input.ToString()),
            ("depth", number(analysis.Depth)),
            ("main path layers", number(analysis.MainPathLayers)),
            ("parameters", number(analysis.Total.Parameters)),
            ("buffers", number(analysis.Buffers)),
            ("state dict entries", number(analysis.State.Count)),
            ("MACs", number(analysis.Total.Macs)),
            ("activations", number(analysis.Total.Activations)),
        };
        facts.AddRange(analysis.Taps.Select(t => (t.Name, Describe(t))));
        if (batch is { } pictures)
        {
            var memory = ActivationMemory.Of(spec.Network, analysis.Input, pictures);
            facts.Add(($"activations of {number(pictures)} in inference", number(memory.Inference) + " bytes at most at once"));
            facts.Add(($"activations of {number(pictures)} in training", number(memory.Training) + " bytes kept for the backward pass"));
        }

        return new Report(spec.Network.Name, facts, [Blocks(spec, number), Layers(analysis, number)]);
    }

    private static ReportTable Blocks(CompiledSpec spec, Func<long, string> number) => new(
        ["stage", "blocks", "#parameters each", "#MACs each", "#weights each", "#two 3x3 as wide", "#saving"],
        [
            .. BlockCosts.Of(spec.Network, spec.Analysis).Select(b => (string[])
            [
                spec.Network.Stages[b.Stage].Key,
                number(b.Count) + " x " + b.Kind,
                number(b.Each.Parameters),
                number(b.Each.Macs),
                number(b.Weights),
                number(b.WeightsOfTwo3x3),
                string.Create(CultureInfo.InvariantCulture, $"{(double)b.WeightsOfTwo3x3 / b.Weights:0.00}x"),
            ]),
        ]);

    private static ReportTable Layers(NetworkAnalysis analysis, Func<long, string> number) => new(
        ["layer", "kind", "#kernel", "#stride", "#dilation", "#groups", "#output", "#parameters", "#MACs"],
        [.. analysis.Layers.Where(l => l.Layer.IsModule).Select(l => Row(l, number))]);

    private static string Describe(Tap tap) => string.Create(
        CultureInfo.InvariantCulture, $"{tap.Shape}, stride {tap.Stride}, receptive field {tap.ReceptiveField}");

    private static string[] Row(LayerReport layer, Func<long, string> number)
    {
        var window = layer.Layer.Window;
        var isPoint = window == Architecture.Networks.Window.Point && !layer.Layer.IsCounted;
        return
        [
            layer.Path,
            layer.Layer.Kind,
            isPoint ? "" : number(window.Kernel),
            isPoint ? "" : number(window.Stride),
            isPoint ? "" : number(window.Dilation),
            layer.Layer is Architecture.Networks.Convolution c ? number(c.Groups) : "",
            layer.Output.ToString(),
            number(layer.Parameters),
            number(layer.Macs),
        ];
    }
}
