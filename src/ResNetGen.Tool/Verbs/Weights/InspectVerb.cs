using System.CommandLine;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Weights;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Verbs.Weights;

/// <summary>`resnetgen weights inspect`: what is in a checkpoint.</summary>
internal static class InspectVerb
{
    public static Command Create()
    {
        var (format, output, key) = (CommonOptions.Format(Format.Table), CommonOptions.Output(), WeightsOptions.Key());
        var file = WeightsOptions.File("FILE", "A checkpoint: PyTorch's .pth, .safetensors, TorchSharp's .dat; its first bytes tell which.");
        var stats = new Option<bool>("--stats") { Description = "Read every tensor: minimum, maximum, mean, standard deviation, values that are not finite." };
        var command = new VerbCommand("inspect", "Prints what is in a checkpoint; no code of the file runs.")
        {
            Examples =
            [
                new("resnetgen weights inspect my-net.safetensors", "Format, metadata, and every tensor's name, shape, type and bytes."),
                new("resnetgen weights inspect my-net.safetensors --stats --format csv", "With minimum, maximum, mean, deviation and NaNs, for a spreadsheet."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.BadWeights, ExitCode.InputOutput],
        };
        command.Add(file);
        foreach (var option in (Option[])[format, output, key, stats])
            command.Add(option);

        command.SetAction(parsed => Verb.Run(() =>
        {
            using var checkpoint = Checkpoint.Open(parsed.GetRequiredValue(file), new CheckpointOptions { Key = parsed.GetValue(key) });
            var inspected = Inspected.Of(parsed.GetRequiredValue(file), checkpoint, parsed.GetValue(stats));
            var wanted = parsed.GetValue(format);
            OutputFile.Write(wanted == Format.Json ? Json.Write(inspected) : ReportWriter.Write(inspected.Report(wanted), wanted), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }
}
