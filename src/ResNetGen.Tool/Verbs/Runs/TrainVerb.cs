using System.CommandLine;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Runs;
using ResNetGen.Training;

namespace ResNetGen.Tool.Verbs.Runs;

/// <summary>`resnetgen train`: trains networks.</summary>
internal sealed class TrainVerb
{
    private readonly Argument<string[]> _specs = CommonOptions.Specs();
    private readonly Option<string?> _recipe = RunOptions.Recipe("By what, where it is not the recipe beside the spec, or that of such pictures");
    private readonly Option<string> _data = RunOptions.Data();
    private readonly Option<string> _folder = new("--out") { Description = "The folder of the run's files; of several networks, each has one in it.", HelpName = "DIR", Required = true };
    private readonly Option<bool> _resume = new("--resume") { Description = "Go on from the last checkpoint in the folder, to the same losses as without a break." };
    private readonly Option<long?> _iterations = RunOptions.LongNumber("--iterations", 1, 1_000_000_000_000, "The length in steps, in place of the recipe's.");
    private readonly Option<long?> _epochs = RunOptions.LongNumber("--epochs", 1, 1_000_000_000, "The length in epochs, in place of the recipe's.");
    private readonly Option<int?> _batchSize = RunOptions.BatchSize();
    private readonly Option<long?> _seed = RunOptions.LongNumber("--seed", 0, long.MaxValue, "The seed of all that is drawn, in place of the recipe's.");
    private readonly Option<string> _device = RunOptions.Device();
    private readonly Option<int?> _workers = RunOptions.Workers();
    private readonly Option<string?> _precision = CommonOptions.Word("--precision", "The arithmetic of forward and backward, in place of the recipe's", "WORD", ["bf16"]);
    private readonly Option<bool> _channelsLast = new("--channels-last") { Description = "Lay pictures and weights as [N, H, W, C] in memory." };
    private readonly Option<bool> _recompute = new("--recompute") { Description = "Keep each block's input alone and compute the block again on the way back: less memory, more time." };
    private readonly Option<string?> _corrupt = RunOptions.Corrupt();
    private readonly Option<long?> _checkpointEvery = RunOptions.LongNumber("--checkpoint-every", 1, 1_000_000_000_000, "Steps from one checkpoint to the next; an epoch's are usual.");
    private readonly Option<int?> _keep = RunOptions.Number("--keep", 1, 1_000_000, "Checkpoints that are kept besides the best: the last so many.");
    private readonly Option<string?> _weights = new("--weights") { Description = "A checkpoint to start from, in place of weights that are drawn.", HelpName = "FILE" };
    private readonly Option<bool> _newHead = new("--new-head") { Description = "With --weights: draw the classifier anew, as for other classes." };
    private readonly Option<Format> _format = CommonOptions.Format(Format.Table);
    private readonly Option<string?> _output = CommonOptions.Output();

    public static Command Create() => new TrainVerb().CreateCommand();

    private VerbCommand CreateCommand()
    {
        var command = new VerbCommand("train", "Trains networks as the papers did, into folders with checkpoints, histories and curves; of several, compares them at the end.")
        {
            Examples =
            [
                new("resnetgen train cifar_resnet20_A --recipe cifar10 --data synthetic:64,32 --iterations 2 --batch-size 16 --out runs/r20", "Two steps of CIFAR-10's recipe on drawn pictures; with '--data FOLDER' on CIFAR-10."),
                new("resnetgen train ten-classes.resnet.yaml --data synthetic:32,16 --epochs 1 --out runs/mine --format json", "Yours, by the recipe for drawn pictures."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Findings, ExitCode.Usage, ExitCode.BadSpec, ExitCode.BadWeights, ExitCode.InputOutput],
        };
        command.Add(_specs);
        foreach (var option in (Option[])
        [
            _recipe, _data, _folder, _resume, _iterations, _epochs, _batchSize, _seed, _device, _workers, _precision, _channelsLast, _recompute, _corrupt,
            _checkpointEvery, _keep, _weights, _newHead, _format, _output,
        ])
        {
            command.Add(option);
        }

        command.Validators.Add(Refuse);
        command.SetAction(parsed => Failures.Run(() => Train(parsed)));
        return command;
    }

    private void Refuse(System.CommandLine.Parsing.CommandResult result)
    {
        if (result.GetResult(_iterations) is not null && result.GetResult(_epochs) is not null)
            result.AddError("'--iterations' and '--epochs' both say how long: one of them.");

        if (result.GetResult(_newHead) is not null && result.GetResult(_weights) is null)
            result.AddError("'--new-head' goes with '--weights'.");
    }

    private int Train(ParseResult parsed)
    {
        var said = parsed.GetRequiredValue(_specs);
        var session = new TrainingCall
        {
            Data = parsed.GetRequiredValue(_data),
            Folder = parsed.GetRequiredValue(_folder),
            Recipe = new RecipeChoice(
                parsed.GetValue(_recipe),
                parsed.GetValue(_iterations),
                parsed.GetValue(_epochs),
                parsed.GetValue(_batchSize),
                parsed.GetValue(_seed),
                parsed.GetValue(_precision) is not null,
                parsed.GetValue(_channelsLast)),
            Loading = Pictures.Loading(parsed.GetValue(_workers), parsed.GetValue(_corrupt)),
            Device = parsed.GetRequiredValue(_device),
            Resume = parsed.GetValue(_resume),
            RecomputesBlocks = parsed.GetValue(_recompute),
            CheckpointEvery = parsed.GetValue(_checkpointEvery) is { } every ? TrainingLength.Iterations(every) : null,
            Keep = parsed.GetValue(_keep),
            Weights = parsed.GetValue(_weights) is { } weights ? new StartingWeights(weights, parsed.GetValue(_newHead)) : null,
        };
        if (session.Run(TrainedNetwork.LoadAll(said)) is { } comparison)
            OutputFile.Write(RunTable.Write(comparison, parsed.GetValue(_format)), parsed.GetValue(_output));

        Interruption.Token.ThrowIfCancellationRequested();
        return ExitCode.Fine;
    }
}
