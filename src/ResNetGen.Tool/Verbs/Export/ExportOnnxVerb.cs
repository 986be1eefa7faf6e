using System.CommandLine;
using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Export;
using ResNetGen.Tool.Probing;
using ResNetGen.Tool.Specs;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Verbs.Export;

/// <summary>`resnetgen export onnx`: a network as an ONNX file.</summary>
internal static class ExportOnnxVerb
{
    // Weights that are refused, or do not fit.
    private const int BadWeights = 4;

    public static Command Create()
    {
        var spec = new Argument<string>("SPEC") { Description = "The spec file (.resnet.yaml)." };
        var output = new Option<string>("--output", "-o")
        {
            Description = "The file to write: FILE.onnx.",
            HelpName = "FILE",
            Required = true,
        };
        var weights = new Option<string?>("--weights")
        {
            Description = "The file of weights (.pth, .safetensors, .dat). Without it the numbers are those of 'resnetgen probe', drawn from the tensors' names: a network that runs and has learned nothing.",
            HelpName = "FILE",
        };
        var key = new Option<string?>("--key")
        {
            Description = "Where the state dict lies in a PyTorch checkpoint that holds other things too.",
            HelpName = "NAME",
        };
        var fold = new Option<bool>("--fold-bn") { Description = "Make batch norms part of the convolutions that they follow." };
        var batch = new Option<bool>("--dynamic-batch") { Description = "Take any number of pictures at once, not one." };
        var taps = new Option<bool>("--taps") { Description = "Give the maps c1, c2, ... beside the head's output; a network without a head always does." };
        var opset = Opset();
        var input = CommonOptions.Input();
        var command = new Command("onnx", Text()) { spec, output, weights, key, fold, batch, taps, opset, input };
        command.SetAction(parsed => Verb.Run(() =>
        {
            var loaded = SpecLoader.LoadAll([parsed.GetRequiredValue(spec)], parsed.GetValue(input))[0];
            var options = new OnnxOptions
            {
                Opset = parsed.GetValue(opset),
                FoldBatchNorm = parsed.GetValue(fold),
                DynamicBatch = parsed.GetValue(batch),
                Taps = parsed.GetValue(taps),
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
                OnnxExport.Write(spec, ProbeWeight.Of(spec), output, options with { WeightsSource = "drawn from the names, as resnetgen probe does" });
                return;
            }

            using var checkpoint = Checkpoint.Open(weights, new CheckpointOptions { Key = key });
            Fit(weights, () => OnnxExport.Write(spec, checkpoint.Tensors, output, options with { WeightsSource = Path.GetFileName(weights) }));
        }
        catch (CheckpointException e)
        {
            throw new ToolException(BadWeights, "resnetgen: " + e.Message);
        }
        catch (NotSupportedException e)
        {
            throw new ToolException(ExitCode.BadSpec, "resnetgen: " + e.Message);
        }
    }

    private static void Fit(string file, Action write)
    {
        try
        {
            write();
        }
        catch (CheckpointException e)
        {
            throw new CheckpointException($"{file}: {e.Message}", e);
        }
    }

    private static string Text() =>
        """
        Writes a network as an ONNX file, in evaluation mode, for pictures of the spec's size.

        Tensors have the state dict's names; numbers become float32. Counts of batches, dropout and stochastic depth are for training
        and are left out.

        Examples:
          resnetgen export onnx resnet50.resnet.yaml --weights resnet50.pth -o resnet50.onnx
          resnetgen export onnx resnet50.resnet.yaml --weights resnet50.pth --fold-bn --dynamic-batch -o resnet50.onnx
        """;
}
