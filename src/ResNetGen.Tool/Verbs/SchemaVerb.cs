using System.CommandLine;
using ResNetGen.Architecture.Schema;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen schema`: the JSON schema of the spec language, for editors.</summary>
internal static class SchemaVerb
{
    public static Command Create()
    {
        var output = CommonOptions.Output();
        var command = new VerbCommand("schema", "Prints the JSON schema (draft 7) of the spec language, for completion and hover in editors.")
        {
            Examples = [new("resnetgen schema -o resnet.schema.json", "The file that a spec's first line names: # yaml-language-server: $schema=resnet.schema.json")],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.InputOutput],
        };
        command.Add(output);
        command.SetAction(parsed => Verb.Run(() =>
        {
            OutputFile.Write(SchemaText.Write(), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }
}
