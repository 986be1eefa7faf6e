using System.CommandLine;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Runs;

namespace ResNetGen.Tool.Verbs.Runs;

/// <summary>`resnetgen data`: what a data set holds.</summary>
internal static class DataVerb
{
    public static Command Create()
    {
        var (format, output) = (CommonOptions.Format(Format.Table), CommonOptions.Output());
        var data = CommonOptions.WithoutOptions(new Argument<string>("DATA") { Description = "A folder of pictures, or 'synthetic', as 'train --data' takes them." });
        data.CompletionSources.Add(context => RunOptions.Places(context.WordToComplete));
        var sheet = new Option<string?>("--sheet") { Description = "The file (.png) for the first ten training pictures of each class, a row for a class.", HelpName = "FILE" };
        var command = new VerbCommand("data", "Reads every picture of a data set: prints classes, sizes, colours, and what cannot be read; exits 1 where something cannot.")
        {
            Examples = [new("resnetgen data synthetic:100,50", "A hundred drawn pictures for training and fifty for the test."), new("resnetgen data synthetic:100,50 --sheet pictures.png -o data.txt", "What they look like.")],
            ExitCodes = [ExitCode.Fine, ExitCode.Findings, ExitCode.Usage, ExitCode.InputOutput],
        };
        command.Add(data);
        command.Add(sheet);
        command.Add(format);
        command.Add(output);
        command.SetAction(parsed => Failures.Run(() => Print(parsed.GetRequiredValue(data), parsed.GetValue(sheet), parsed.GetValue(format), parsed.GetValue(output))));
        return command;
    }

    private static int Print(string said, string? sheet, Format format, string? output)
    {
        if (sheet is not null)
            OutputFile.NeedFolder(sheet);

        var data = Pictures.Open(said);
        var parts = new List<DataStatistics>();
        foreach (var (part, source) in new[] { ("training", data.Training), ("test", data.Test) })
        {
            if (source is null)
                continue;

            using var progress = Progress.Of("reading " + part, source.Count);
            parts.Add(DataStatistics.Of(part, source, progress));
        }

        if (sheet is not null)
            OutputFile.Write(ContactSheet.Draw(data.Training), sheet);

        OutputFile.Write(format == Format.Json ? Json.Write(parts) : ReportWriter.Write(DataReport.Of(said, parts, format), format), output);
        return parts.Any(p => p.Unreadable.Count > 0) ? ExitCode.Findings : ExitCode.Fine;
    }
}
