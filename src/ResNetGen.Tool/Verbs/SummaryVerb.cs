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
        var (specs, format, output, input) =
            (CommonOptions.Specs(), CommonOptions.Format(Format.Table), CommonOptions.Output(), CommonOptions.Input());
        var command = new Command("summary", "Prints layers, shapes, parameters, MACs, depth and receptive fields.")
        {
            specs, format, output, input,
        };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll(parsed.GetRequiredValue(specs), parsed.GetValue(input));
            var wanted = parsed.GetValue(format);
            OutputFile.Write(
                wanted == Format.Json
                    ? Json.OneOrMany(loaded.ConvertAll(SummaryJson.Of))
                    : string.Join('\n', loaded.Select(s => ReportWriter.Write(ReportOf(s, wanted), wanted))),
                parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Report ReportOf(CompiledSpec spec, Format format)
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
        return new Report(
            spec.Network.Name,
            facts,
            ["layer", "kind", "#kernel", "#stride", "#groups", "#output", "#parameters", "#MACs"],
            [.. analysis.Layers.Where(l => l.Layer is not Architecture.Networks.Relu).Select(l => Row(l, number))]);
    }

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
            layer.Layer is Architecture.Networks.Convolution c ? number(c.Groups) : "",
            layer.Output.ToString(),
            number(layer.Parameters),
            number(layer.Macs),
        ];
    }
}
