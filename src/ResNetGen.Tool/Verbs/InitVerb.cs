using System.CommandLine;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen init`: a first spec to edit, with the schema beside it.</summary>
internal static class InitVerb
{
    public static Command Create()
    {
        var name = CommonOptions.WithoutOptions(new Argument<string>("NAME")
        {
            Description = "The network's name: NAME.resnet.yaml is written. It may have a folder before it.",
        });
        var from = new Option<string>("--from")
        {
            Description = $"The network to start from: {string.Join(", ", Starts.Written)}, or any of the zoo ('resnetgen list').",
            HelpName = "NETWORK",
            DefaultValueFactory = _ => Starts.Usual,
        };
        from.CompletionSources.Add(_ => Starts.Names);
        var force = new Option<bool>("--force") { Description = "Overwrite files that exist." };
        var command = new VerbCommand("init", "Writes NAME.resnet.yaml, a network to edit, and resnet.schema.json beside it for the editor.")
        {
            Examples =
            [
                new("resnetgen init first-net", "A ResNet-50 with comments: first-net.resnet.yaml."),
                new("resnetgen init small --from cifar", "A ResNet-20 for pictures of 32x32."),
                new("resnetgen init deep-stem --from resnet101d", "Any network of the zoo, whole and with its keys explained."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.InputOutput],
        };
        command.Add(name);
        command.Add(from);
        command.Add(force);
        command.SetAction(parsed => Verb.Run(() =>
        {
            Write(parsed.GetRequiredValue(name), parsed.GetRequiredValue(from), parsed.GetValue(force));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static void Write(string name, string from, bool force)
    {
        var file = name.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase) ? name : name + SpecDocument.Extension;
        var network = SpecPath.NameOf(file);
        if (network.Length == 0)
            throw new ToolException(ExitCode.Usage, $"resnetgen: '{name}' names no network.");

        var text = Starts.Text(from, Identifiers.From(network))
            ?? throw new ToolException(ExitCode.Usage, $"resnetgen: there is no '--from {from}'{NearestWord.Hint(from, Starts.Names)}\nresnetgen: 'resnetgen list' names them.");

        if (!force && File.Exists(file))
            throw new ToolException(ExitCode.InputOutput, $"resnetgen: '{file}' exists; '--force' overwrites it.");

        OutputFile.Write(text, file, overwrite: force);
        var written = $"'{file}'";
        var schema = Path.Combine(Path.GetDirectoryName(file)!, SchemaText.FileName);
        if (force || !File.Exists(schema))
        {
            OutputFile.Write(SchemaText.Write(), schema, overwrite: force);
            written += $" and '{schema}'";
        }

        Console.Error.WriteLine($"resnetgen: wrote {written}. A class takes the network with [ResNet(\"{Path.GetFileName(file)}\")].");
    }
}
