using System.CommandLine;
using ResNetGen.Tool.CommandLine;
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
        var all = new Option<bool>("--all") { Description = "List every layer, where tables tell alike blocks once. JSON and CSV always have all." };
        var command = new VerbCommand("summary", "Prints layers, shapes, parameters, MACs, depth and receptive fields.")
        {
            Examples =
            [
                new("resnetgen summary resnet50", "A network of the zoo, alike blocks told once."),
                new("resnetgen summary my-net.resnet.yaml --input 3x448x448 --batch 32", "Yours, at another input, with the memory of 32 pictures."),
                new("resnetgen summary resnet34 resnet50 --format json", "Several for a program: a JSON array, every layer in it."),
                new("resnetgen summary resnet50 --format csv -o layers.csv", "Every layer as a spreadsheet."),
            ],
        };
        foreach (var option in (Option[])[format, output, input, batch, all])
            command.Add(option);

        command.Add(specs);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll(parsed.GetRequiredValue(specs), parsed.GetValue(input));
            var wanted = parsed.GetValue(format);
            var pictures = parsed.GetValue(batch);
            OutputFile.Write(
                wanted == Format.Json
                    ? Json.OneOrMany(loaded.ConvertAll(s => SummaryJson.Of(s, pictures)))
                    : string.Join('\n', loaded.Select(s => ReportWriter.Write(SummaryReport.Of(s, wanted, pictures, parsed.GetValue(all)), wanted))),
                parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }
}
