using System.CommandLine;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Runs;
using ResNetGen.Training.Analyses;

namespace ResNetGen.Tool.Verbs.Runs;

/// <summary>`resnetgen compare`: runs side by side.</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var (format, output) = (CommonOptions.Format(Format.Table), CommonOptions.Output());
        var folders = CommonOptions.WithoutOptions(new Argument<string[]>("DIR")
        {
            Description = "Folders of runs, finished or running.",
            Arity = ArgumentArity.OneOrMore,
        });
        folders.CompletionSources.Add(context => RunOptions.Folders(context.WordToComplete));
        var svg = new Option<string?>("--svg") { Description = "The file for the curves of all: training errors thin, measured ones bold.", HelpName = "FILE" };
        var command = new VerbCommand("compare", "Prints runs side by side: errors, parameters, multiply-adds; draws their curves.")
        {
            Examples = [new("resnetgen compare runs/plain runs/residual --svg curves.svg", "Whether the plain network is the worse one.")],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.InputOutput],
        };
        command.Add(folders);
        command.Add(svg);
        command.Add(format);
        command.Add(output);
        command.SetAction(parsed => Failures.Run(() =>
        {
            var comparison = Comparison.Read(parsed.GetRequiredValue(folders));
            if (parsed.GetValue(svg) is { } file)
                OutputFile.Write(comparison.ToSvg(), file);

            OutputFile.Write(RunTable.Write(comparison, parsed.GetValue(format)), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }
}
