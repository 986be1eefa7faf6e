using System.CommandLine;
using System.Globalization;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Runs;
using ResNetGen.Training.Analyses;

namespace ResNetGen.Tool.Verbs.Runs;

/// <summary>`resnetgen responses`: how strongly each 3x3 layer answers.</summary>
internal sealed class ResponsesVerb
{
    private readonly Argument<string> _first = CheckpointArguments.First();
    private readonly Argument<string[]> _more = CheckpointArguments.More();
    private readonly Option<string> _data = RunOptions.Data();
    private readonly Option<string?> _recipe = RunOptions.Recipe("Whose colours and view count, where it is not the recipe in the checkpoint, or that of such pictures");
    private readonly Option<int?> _sample = RunOptions.Number("--sample", 1, int.MaxValue, "Pictures that are looked at, spread over all of the test; all are usual.");
    private readonly Option<string?> _svg = new("--svg") { Description = "The file for two charts as in the paper's figure 7: the layers in their order, and sorted.", HelpName = "FILE" };
    private readonly Option<string> _device = RunOptions.Device();
    private readonly Option<int?> _workers = RunOptions.Workers();
    private readonly Option<Format> _format = CommonOptions.Format(Format.Table);
    private readonly Option<string?> _output = CommonOptions.Output();

    public static Command Create() => new ResponsesVerb().CreateCommand();

    private VerbCommand CreateCommand()
    {
        var command = new VerbCommand("responses", "Measures the standard deviation of each 3x3 layer's output, behind its norm and before addition or activation, of checkpoints side by side.")
        {
            Examples = [new("resnetgen responses ten-classes.resnet.yaml a.safetensors b.safetensors --data synthetic:10,20 --svg responses.svg", "Two checkpoints of a network, on drawn pictures.")],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.BadSpec, ExitCode.BadWeights, ExitCode.InputOutput],
        };
        command.Add(_first);
        command.Add(_more);
        foreach (var option in (Option[])[_data, _recipe, _sample, _svg, _device, _workers, _format, _output])
            command.Add(option);

        command.SetAction(parsed => Failures.Run(() => Measure(parsed)));
        return command;
    }

    private int Measure(ParseResult parsed)
    {
        if (parsed.GetValue(_svg) is { } chart)
            OutputFile.NeedFolder(chart);

        var checkpoints = MeasuredCheckpoint.LoadAll(parsed.GetRequiredValue(_first), parsed.GetValue(_more) ?? []);
        var data = parsed.GetRequiredValue(_data);
        var recipe = checkpoints[0].RecipeOr(parsed.GetValue(_recipe), data);
        var opened = Pictures.Open(data);
        var (loading, device) = (Pictures.Loading(parsed.GetValue(_workers), corrupt: null), parsed.GetRequiredValue(_device));
        var names = NamesOf(checkpoints);
        var results = Progress.Each([.. checkpoints.Zip(names)], c => c.Second, c =>
        {
            using var module = c.First.Load(device);
            return LayerResponses.Measure(c.Second, module, opened.Test ?? opened.Training, recipe, loading, device, parsed.GetValue(_sample), Interruption.Token);
        });
        if (parsed.GetValue(_svg) is { } file)
            OutputFile.Write(LayerResponseReport.Svg(results), file);

        OutputFile.Write(Print(results, parsed.GetValue(_format)), parsed.GetValue(_output));
        return ExitCode.Fine;
    }

    // Networks are told apart by their names, or else by their files.
    private static List<string> NamesOf(IReadOnlyList<MeasuredCheckpoint> checkpoints)
    {
        var names = checkpoints.Select(c => c.Network.Name).ToList();
        return names.Distinct(StringComparer.Ordinal).Count() == names.Count ? names : [.. checkpoints.Select(c => c.Path)];
    }

    private static string Print(List<LayerResponses> networks, Format format) => format switch
    {
        Format.Json => Json.Write(networks),
        Format.Csv => LayerResponseReport.Csv(networks),
        _ => ReportWriter.Write(new Report("", [("pictures", Numbers.Of(networks[0].Images, format))], [InOrder(networks), BySize(networks)]), format),
    };

    private static ReportTable InOrder(List<LayerResponses> networks) => new(
        ["#place", "layer", .. networks.Select(n => "#" + n.Name)],
        [
            .. Places(networks).Select(i => (IReadOnlyList<string>)
            [
                Place(i),
                string.Join(", ", networks.Where(n => i < n.Layers.Count).Select(n => n.Layers[i].Layer).Distinct(StringComparer.Ordinal)),
                .. networks.Select(n => i < n.Layers.Count ? Text(n.Layers[i].Deviation) : ""),
            ]),
        ])
    {
        Caption = "standard deviations, in the networks' order",
    };

    private static ReportTable BySize(List<LayerResponses> networks) => new(
        ["#place", .. networks.SelectMany(n => new[] { "#" + n.Name, "of layer" })],
        [
            .. Places(networks).Select(i => (IReadOnlyList<string>)
            [
                Place(i),
                .. networks.SelectMany(n => i < n.Layers.Count ? new[] { Text(n.Sorted[i].Deviation), n.Sorted[i].Layer } : ["", ""]),
            ]),
        ])
    {
        Caption = "sorted",
    };

    private static IEnumerable<int> Places(List<LayerResponses> networks) => Enumerable.Range(0, networks.Max(n => n.Layers.Count));

    private static string Place(int i) => (i + 1).ToString(CultureInfo.InvariantCulture);

    private static string Text(double deviation) => deviation.ToString("0.0000", CultureInfo.InvariantCulture);
}
