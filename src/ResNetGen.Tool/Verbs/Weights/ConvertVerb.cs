using System.CommandLine;
using ResNetGen.Export;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;
using ResNetGen.Tool.Weights;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Verbs.Weights;

/// <summary>`resnetgen weights convert`: the same tensors in another file.</summary>
internal static class ConvertVerb
{
    // A safetensors file says that itself.
    private const string FormatEntry = "format";

    private static readonly string[] Types = ["float16", "bfloat16", "float32"];

    public static Command Create()
    {
        var (from, to, key) = (WeightsOptions.File("IN", "The checkpoint."), WeightsOptions.File("OUT", "The file to write; it may be IN."), WeightsOptions.Key());
        var format = CommonOptions.Word("--to", "The format, where OUT's ending does not say it", "FORMAT", WeightsOptions.Words<CheckpointFormat>());
        var naming = WeightsOptions.Naming("Whose names the keys get");
        var type = CommonOptions.Word("--dtype", "The type of floating-point elements; they stay as they are where none is said", "TYPE", Types);
        var spec = new Option<string?>("--spec") { Description = "A network that the result must fit; its tensors are written in the network's order.", HelpName = "SPEC" };
        spec.CompletionSources.Add(context => SpecCompletion.Of(context.WordToComplete));
        var prefix = new Option<string?>("--strip-prefix") { Description = "What is cut off the keys that begin with it, before anything else: 'module.'.", HelpName = "PREFIX" };
        var command = new VerbCommand("convert", "Writes a checkpoint in another format, with other names or another type of element.")
        {
            Examples =
            [
                new("resnetgen weights convert my-net.safetensors my-net.pth", "For Python's torch.load(weights_only=True)."),
                new("resnetgen weights convert my-net.safetensors half.safetensors --dtype float16", "Half the size."),
                new("resnetgen weights convert my-net.safetensors my-net.dat --spec my-net.resnet.yaml", "TorchSharp's format, checked against the network."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.BadSpec, ExitCode.BadWeights, ExitCode.InputOutput],
        };
        command.Add(from);
        command.Add(to);
        foreach (var option in (Option[])[format, naming, type, spec, key, prefix])
            command.Add(option);

        command.SetAction(parsed => Verb.Run(() =>
        {
            var path = parsed.GetRequiredValue(to);
            var wanted = FormatOf(path, parsed.GetValue(format));
            OutputFile.NeedFolder(path);
            var network = parsed.GetValue(spec) is { } name ? SpecLoader.LoadAll([name], input: null)[0] : null;
            using var checkpoint = Checkpoint.Open(parsed.GetRequiredValue(from), new CheckpointOptions { Key = parsed.GetValue(key) });
            try
            {
                var tensors = checkpoint.Tensors;
                if (parsed.GetValue(prefix) is { Length: > 0 } cut)
                    tensors = NamePrefix.Strip(tensors, cut);
                if (WeightsOptions.NamingOf(parsed.GetValue(naming)) is { } names)
                    tensors = KeyConversion.Convert(tensors, names);
                if (network is not null)
                    tensors = InOrderOf(ExpectedState.Of(network), tensors, network.Network.Name, parsed.GetRequiredValue(from));
                if (parsed.GetValue(type) is { } dtype)
                    tensors = DtypeConversion.Convert(tensors, Enum.Parse<ElementType>(dtype, ignoreCase: true));

                Write(path, tensors, wanted, checkpoint.Metadata);
            }
            catch (ArgumentException e)
            {
                throw new CheckpointException($"{parsed.GetRequiredValue(from)}: {Shown.Of(e.Message)}", e);
            }

            return ExitCode.Fine;
        }));
        return command;
    }

    private static void Write(string path, IReadOnlyList<CheckpointTensor> tensors, CheckpointFormat format, IReadOnlyDictionary<string, string> metadata)
    {
        var said = metadata.Where(m => m.Key != FormatEntry).ToDictionary(StringComparer.Ordinal);
        var bytes = tensors.Sum(t => t.ByteLength);
        using (var progress = Progress.Of("writing", bytes))
            CheckpointWriter.Write(path, tensors, format, format == CheckpointFormat.SafeTensors ? said : null, new CancellableProgress(progress));

        if (said.Count > 0 && format != CheckpointFormat.SafeTensors)
            Console.Error.WriteLine($"resnetgen: the metadata ({string.Join(", ", said.Keys.Order(StringComparer.Ordinal).Select(Shown.Of))}) has no place in this format and is left out");

        Console.Error.WriteLine($"resnetgen: wrote '{path}': {Numbers.Of(tensors.Count, Format.Table)} tensors, {Numbers.Bytes(bytes)}");
    }

    private static CheckpointFormat FormatOf(string path, string? word) => word is not null
        ? Enum.Parse<CheckpointFormat>(word, ignoreCase: true)
        : CheckpointFormats.FromName(path) ?? throw new ToolException(
            ExitCode.Usage, $"resnetgen: the ending of '{path}' is none of {string.Join(", ", CheckpointFormats.Extensions.Keys)}: '--to' says the format");

    private static IReadOnlyList<CheckpointTensor> InOrderOf(
        IReadOnlyList<ExpectedTensor> expected, IReadOnlyList<CheckpointTensor> tensors, string network, string file)
    {
        var report = WeightsMatch.Of(expected, tensors).Report;
        if (!report.Fits)
            throw new CheckpointException($"{Verified.Of(network, file, report).Verdict()}; 'resnetgen weights verify' lists them") { Report = report };

        var byName = tensors.ToDictionary(t => t.Name, StringComparer.Ordinal);
        return [.. expected.Where(e => byName.ContainsKey(e.Name)).Select(e => byName[e.Name])];
    }
}
