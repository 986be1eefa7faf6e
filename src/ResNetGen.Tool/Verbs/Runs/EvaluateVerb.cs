using System.CommandLine;
using System.Globalization;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Runs;
using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Training.Evaluation;

namespace ResNetGen.Tool.Verbs.Runs;

/// <summary>`resnetgen evaluate`: errors of checkpoints, alone and together.</summary>
internal sealed class EvaluateVerb
{
    private static readonly string[] Parts = ["test", "validation", "training"];

    private readonly Argument<string> _first = CheckpointArguments.First();
    private readonly Argument<string[]> _more = CheckpointArguments.More();
    private readonly Option<string> _data = RunOptions.Data();
    private readonly Option<string?> _part = CommonOptions.Word("--part", "The pictures; 'test' is usual", "PART", Parts);
    private readonly Option<string?> _recipe = RunOptions.Recipe("Whose colours and views count, where it is not the recipe in the checkpoint, or that of such pictures");
    private readonly Option<string?> _crops = CommonOptions.Word("--crops", "What of a picture is classified, in place of the recipe's", "WORD", ["center", "ten", "whole"]);
    private readonly Option<string?> _scales = new("--scales") { Description = "Lengths of the shorter side, all of them averaged: 224,256,384.", HelpName = "N,N" };
    private readonly Option<int?> _resize = RunOptions.Number("--resize", 1, 100_000, "One length of the shorter side.");
    private readonly Option<int?> _crop = RunOptions.Number("--crop", 1, 100_000, "The side of the squares that are cut out.");
    private readonly Option<int?> _batchSize = RunOptions.BatchSize();
    private readonly Option<string> _device = RunOptions.Device();
    private readonly Option<int?> _workers = RunOptions.Workers();
    private readonly Option<string?> _corrupt = RunOptions.Corrupt();
    private readonly Option<Format> _format = CommonOptions.Format(Format.Table);
    private readonly Option<string?> _output = CommonOptions.Output();

    public static Command Create() => new EvaluateVerb().CreateCommand();

    private VerbCommand CreateCommand()
    {
        var command = new VerbCommand("evaluate", "Measures checkpoints: top-1 and top-5 error and loss of each, and of several also of their averaged answers.")
        {
            Examples =
            [
                new("resnetgen evaluate ten-classes.resnet.yaml a.safetensors --data synthetic:10,20", "One checkpoint on drawn pictures."),
                new("resnetgen evaluate ten-classes.resnet.yaml a.safetensors b.safetensors --data synthetic:10,20 --format md", "Two, each alone and both together."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.BadSpec, ExitCode.BadWeights, ExitCode.InputOutput],
        };
        command.Add(_first);
        command.Add(_more);
        foreach (var option in (Option[])[_data, _part, _recipe, _crops, _scales, _resize, _crop, _batchSize, _device, _workers, _corrupt, _format, _output])
            command.Add(option);

        _scales.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && ScalesOf(result.Tokens[0].Value) is null)
                result.AddError($"'--scales {result.Tokens[0].Value}' is not N,N,..., such as 224,256,384.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(_scales) is not null && result.GetResult(_resize) is not null)
                result.AddError("'--scales' and '--resize' both say how pictures are resized: one of them.");
        });
        command.SetAction(parsed => Failures.Run(() => Measure(parsed)));
        return command;
    }

    private int Measure(ParseResult parsed)
    {
        var checkpoints = MeasuredCheckpoint.LoadAll(parsed.GetRequiredValue(_first), parsed.GetValue(_more) ?? []);
        var said = parsed.GetRequiredValue(_data);
        var recipe = RecipeOf(parsed, checkpoints[0], said);
        var pictures = PartOf(Pictures.Open(said), parsed.GetValue(_part) ?? Parts[0], recipe, said);
        foreach (var network in checkpoints.Select(c => c.Network).Distinct())
            network.NeedClasses(pictures);

        var device = parsed.GetRequiredValue(_device);
        var evaluator = new Evaluator(recipe, Pictures.Loading(parsed.GetValue(_workers), parsed.GetValue(_corrupt)), device);
        var results = Progress.Each(checkpoints, c => c.Path, c =>
        {
            using var module = c.Load(device);
            return MeasuredResult.Of(c.Network.Name, c.Path, evaluator.Measure(module, pictures, group: null, Interruption.Token));
        });
        if (checkpoints.Count > 1)
        {
            var together = Ensemble.OneAtATime([.. checkpoints.Select(c => (Func<TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>>)(() => c.Load(device)))]);
            results.Add(MeasuredResult.Of("together", checkpoint: null, evaluator.Measure(together, pictures, group: null, Interruption.Token)));
        }

        var format = parsed.GetValue(_format);
        OutputFile.Write(format == Format.Json ? Json.Write(results) : Print(results, pictures, recipe, format), parsed.GetValue(_output));
        return ExitCode.Fine;
    }

    private Recipe RecipeOf(ParseResult parsed, MeasuredCheckpoint first, string data)
    {
        var recipe = first.RecipeOr(parsed.GetValue(_recipe), data);
        var view = recipe.Evaluation;
        return recipe with
        {
            BatchSize = parsed.GetValue(_batchSize) ?? recipe.BatchSize,
            Evaluation = view with
            {
                Scales = parsed.GetValue(_scales) is { } scales ? ScalesOf(scales)! : parsed.GetValue(_resize) is { } side ? [side] : view.Scales,
                Crop = parsed.GetValue(_crops) == "whole" ? null : parsed.GetValue(_crop) ?? view.Crop,
                Crops = parsed.GetValue(_crops) is { } crops ? Enum.Parse<Crops>(crops, ignoreCase: true) : view.Crops,
            },
        };
    }

    private static IImageSource PartOf(TrainingData data, string part, Recipe recipe, string said)
    {
        if (part == "test")
            return data.Test ?? throw new ToolException(ExitCode.InputOutput, $"resnetgen: '{said}' has no pictures for the test: '--part' takes others");

        var (training, validation) = DataSplit.Hold(data.Training, recipe.ValidationCount, recipe.Seed);
        return part == "training" ? training
            : validation ?? throw new ToolException(ExitCode.InputOutput, $"resnetgen: the recipe {recipe.Name} holds no pictures back for validation");
    }

    private static string Print(List<MeasuredResult> results, IImageSource pictures, Recipe recipe, Format format)
    {
        var view = recipe.Evaluation;
        var facts = new (string, string)[]
        {
            ("pictures", $"{Numbers.Of(pictures.Count, format)} of {pictures.Name}"),
            ("recipe", recipe.Name),
            ("view", $"{view.Crops.ToString().ToLowerInvariant()}, shorter side {(view.Scales.Count == 0 ? "as it is" : string.Join(", ", view.Scales))}, {(view.Crop is { } crop ? FormattableString.Invariant($"crop {crop}") : "no crop")}"),
        };
        return ReportWriter.Write(
            new Report("", facts, [new ReportTable(["network", "checkpoint", "#pictures", "#loss", "#top-1 error", "#top-5 error"], [.. results.Select(r => r.Row(format))]) { Optional = ["pictures", "loss"] }]),
            format);
    }

    private static int[]? ScalesOf(string text)
    {
        var scales = text.Split(',').Select(s => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var side) && side is > 0 and <= 100_000 ? side : 0).ToArray();
        return scales.Contains(0) ? null : scales;
    }
}
