using System.CommandLine;
using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Export;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Probing;
using ResNetGen.Tool.Specs;
using ResNetGen.Tool.Verbs.Weights;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Verbs.Export;

/// <summary>`resnetgen export onnx`: a network as an ONNX file.</summary>
internal static class ExportOnnxVerb
{
    private static readonly string[] Namings = [.. Enum.GetNames<KeyNaming>().Select(n => n.ToLowerInvariant())];

    public static Command Create()
    {
        var output = new Option<string>("--output", "-o") { Description = "The file to write.", HelpName = "FILE", Required = true };
        var weights = new Option<string?>("--weights")
        {
            Description = "The file of weights: .pth, .safetensors or .dat. Without it the numbers are those of 'resnetgen probe', drawn from the tensors' names: a network that runs and has learned nothing.",
            HelpName = "FILE",
        };
        var key = WeightsOptions.Key();
        var naming = CommonOptions.Word("--naming", "Whose names the weights have, where they are not the spec's", "NAMING", Namings);
        var loose = new Option<bool>("--ignore-unexpected") { Description = "Leave out weights that the network does not have, as a head's for a backbone." };
        var fold = new Option<bool>("--fold-bn") { Description = "Make batch norms part of the convolutions that they follow." };
        var batch = new Option<bool>("--dynamic-batch") { Description = "Take any number of pictures at once, not one." };
        var taps = new Option<bool>("--taps") { Description = "Give the maps c1, c2, ... beside the head's output; a network without a head always does." };
        var (spec, opset, input) = (CommonOptions.Spec(), Opset(), CommonOptions.Input());
        var command = new VerbCommand("onnx", "Writes a network as an ONNX file: in evaluation mode, float32, for pictures of the spec's size, with the state dict's names. Counts of batches are left out.")
        {
            Examples =
            [
                new("resnetgen export onnx my-net.resnet.yaml -o my-net.onnx", "The graph with the probe's weights."),
                new("resnetgen export onnx my-net.resnet.yaml --fold-bn --dynamic-batch --opset 13 -o my-net.onnx", "For a runtime that is to be fast, or old."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.BadSpec, ExitCode.BadWeights, ExitCode.InputOutput],
        };
        command.Add(spec);
        foreach (var option in new Option[] { output, weights, key, naming, loose, fold, batch, taps, opset, input })
            command.Add(option);

        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll([parsed.GetRequiredValue(spec)], parsed.GetValue(input))[0];
            var options = new OnnxOptions
            {
                Opset = parsed.GetValue(opset),
                FoldBatchNorm = parsed.GetValue(fold),
                DynamicBatch = parsed.GetValue(batch),
                Taps = parsed.GetValue(taps),
                Strict = !parsed.GetValue(loose),
                Naming = parsed.GetValue(naming) is { } word ? (KeyNaming)Array.IndexOf(Namings, word) : null,
            };
            Write(loaded, parsed.GetValue(weights), parsed.GetValue(key), parsed.GetRequiredValue(output), options);
            return ExitCode.Fine;
        }));
        return command;
    }

    private static Option<int> Opset()
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{OnnxOptions.OldestOpset} to {OnnxOptions.NewestOpset}");
        var opset = new Option<int>("--opset")
        {
            Description = $"The version of ONNX's operators, {range}.",
            HelpName = "N",
            DefaultValueFactory = _ => OnnxOptions.NewestOpset,
        };
        opset.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
                && n is >= OnnxOptions.OldestOpset and <= OnnxOptions.NewestOpset))
            {
                result.AddError($"'--opset' takes a number from {range}.");
            }
        });
        return opset;
    }

    private static void Write(CompiledSpec spec, string? weights, string? key, string output, OnnxOptions options)
    {
        try
        {
            if (weights is null)
            {
                OnnxExport.Write(spec, ProbeWeight.Of(spec), output, options with { WeightsSource = "drawn from the tensors' names, as resnetgen probe does" });
                return;
            }

            using var checkpoint = Checkpoint.Open(weights, new CheckpointOptions { Key = key });
            var report = OnnxExport.Write(spec, checkpoint.Tensors, output, options with { WeightsSource = Path.GetFileName(weights) });
            Console.Error.WriteLine($"resnetgen: {weights}: {report}");
        }
        catch (NotSupportedException e)
        {
            throw new ToolException(ExitCode.BadSpec, "resnetgen: " + e.Message);
        }
        catch (CheckpointException e) when (e.Report is not null)
        {
            throw new CheckpointException($"{weights}: {e.Message}", e);
        }
    }
}
