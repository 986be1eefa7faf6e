using System.CommandLine;
using ResNetGen.Architecture.Schema;
using ResNetGen.Tool.Reports;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen schema`: the JSON schema of the spec language, for editors.</summary>
internal static class SchemaVerb
{
    public static Command Create()
    {
        var output = CommonOptions.Output();
        var command = new Command("schema", "Prints the JSON schema (draft 7) of the spec language, for completion and hover in editors.") { output };
        command.SetAction(parsed => Verb.Run(() =>
        {
            OutputFile.Write(SchemaText.Write(), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }
}
