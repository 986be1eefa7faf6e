using System.CommandLine;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen init`: a first spec to edit, with the schema beside it.</summary>
internal static class InitVerb
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The network's name: NAME.resnet.yaml is written. It may have a folder before it." };
        name.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value.StartsWith('-'))
                result.AddError($"Unknown option '{result.Tokens[0].Value}'.");
        });
        var from = new Option<string>("--from")
        {
            Description = $"The network to start from: {string.Join(", ", Starts.Names)}.",
            HelpName = "NETWORK",
            DefaultValueFactory = _ => Starts.Usual,
        };
        var force = new Option<bool>("--force") { Description = "Overwrite files that exist." };
        var command = new Command("init", "Writes NAME.resnet.yaml, a network to edit, and resnet.schema.json beside it for the editor.") { name, from, force };
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

        if (!Starts.Names.Contains(from, StringComparer.Ordinal))
            throw new ToolException(ExitCode.Usage, $"resnetgen: there is no '--from {from}': {string.Join(", ", Starts.Names)}{NearestWord.Hint(from, Starts.Names)}");

        if (!force && File.Exists(file))
            throw new ToolException(ExitCode.InputOutput, $"resnetgen: '{file}' exists; '--force' overwrites it.");

        OutputFile.Write(Starts.Text(from, Identifiers.From(network)), file, overwrite: force);
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
