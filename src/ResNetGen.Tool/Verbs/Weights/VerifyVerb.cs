using System.CommandLine;
using ResNetGen.Export;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;
using ResNetGen.Tool.Weights;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Verbs.Weights;

/// <summary>`resnetgen weights verify`: whether a checkpoint fits a network.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var (spec, format, output, key) = (CommonOptions.Spec(), CommonOptions.Format(Format.Table), CommonOptions.Output(), WeightsOptions.Key());
        var file = WeightsOptions.File("FILE", "The checkpoint.");
        var naming = WeightsOptions.Naming("Whose names the file's keys are, where they are not the network's");
        var ignoreHead = new Option<bool>("--ignore-head") { Description = "Leave the classifier out: it keeps what it has." };
        var resizeHead = new Option<bool>("--resize-head") { Description = "Take a classifier of another number of classes as far as it goes." };
        var prefix = new Option<string[]>("--prefix")
        {
            Description = "What a beginning of the file's keys becomes: 'encoder.=' cuts it off; 'aux.=-' leaves those tensors out. May be said more than once.",
            HelpName = "FROM=TO",
        };
        prefix.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(t => t.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
                result.AddError($"'--prefix {token.Value}' is not FROM=TO");
        });
        var command = new VerbCommand("verify", "Tells whether a checkpoint fits a network: exits 0 where it does, 4 where it does not or is refused.")
        {
            Examples =
            [
                new("resnetgen weights verify my-net.resnet.yaml my-net.safetensors", "Names, sizes, kinds of element and the file's checksums."),
                new("resnetgen weights verify ten-classes.resnet.yaml my-net.safetensors --ignore-head", "As a start for a network with another classifier."),
                new("resnetgen weights verify ten-classes.resnet.yaml my-net.safetensors", "What does not fit, with the nearest names.", ExitCode.BadWeights),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.BadSpec, ExitCode.BadWeights, ExitCode.InputOutput],
        };
        command.Add(spec);
        command.Add(file);
        foreach (var option in (Option[])[naming, ignoreHead, resizeHead, prefix, key, format, output])
            command.Add(option);

        command.SetAction(parsed => Verb.Run(() =>
        {
            var network = SpecLoader.LoadAll([parsed.GetRequiredValue(spec)], input: null)[0];
            var path = parsed.GetRequiredValue(file);
            using var checkpoint = Checkpoint.Open(path, new CheckpointOptions { Key = parsed.GetValue(key) });
            var options = new LoadOptions
            {
                IgnoreHead = parsed.GetValue(ignoreHead),
                ResizeHead = parsed.GetValue(resizeHead),
                Naming = WeightsOptions.NamingOf(parsed.GetValue(naming)),
                Prefixes = Prefixes(parsed.GetValue(prefix) ?? []),
            };
            var report = WeightsMatch.Of(ExpectedState.Of(network), checkpoint.Tensors, options).Report;
            CheckSums(checkpoint);
            var verified = Verified.Of(network.Network.Name, path, report);
            var wanted = parsed.GetValue(format);
            OutputFile.Write(wanted == Format.Json ? Json.Write(verified) : ReportWriter.Write(verified.Report(wanted), wanted), parsed.GetValue(output));
            if (!verified.Fits)
                Console.Error.WriteLine("resnetgen: " + verified.Verdict());

            return verified.Fits ? ExitCode.Fine : ExitCode.BadWeights;
        }));
        return command;
    }

    private static void CheckSums(Checkpoint checkpoint)
    {
        using var progress = Progress.Of("checking", checkpoint.Tensors.Sum(t => t.ByteLength));
        var (told, read) = (new CancellableProgress(progress), 0L);
        foreach (var tensor in checkpoint.Tensors)
        {
            tensor.Verify();
            told.Report(read += tensor.ByteLength);
        }
    }

    private static Dictionary<string, string?>? Prefixes(string[] said)
    {
        var prefixes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (from, to) in said.Select(p => (p[..p.IndexOf('=', StringComparison.Ordinal)], p[(p.IndexOf('=', StringComparison.Ordinal) + 1)..])))
            prefixes[from] = to == "-" ? null : to;

        return prefixes.Count == 0 ? null : prefixes;
    }
}
