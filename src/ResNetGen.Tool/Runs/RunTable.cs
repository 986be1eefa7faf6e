using System.Globalization;
using ResNetGen.Tool.Reports;
using ResNetGen.Training.Analyses;

namespace ResNetGen.Tool.Runs;

/// <summary>Runs side by side: error, parameters, multiply-adds.</summary>
internal static class RunTable
{
    private const string None = "-";

    /// <summary>Returns the table, or what stands for it in a format; JSON has the names of <see cref="ComparedRun"/>.</summary>
    public static string Write(Comparison comparison, Format format) => format switch
    {
        Format.Json => Json.OneOrMany(comparison.Runs),
        Format.Csv => comparison.ToCsv(),
        _ => ReportWriter.Write(new Report("", [], [Of(comparison.Runs, format)]), format),
    };

    /// <summary>A share: a percentage for people, itself for programs.</summary>
    public static string Error(double share, Format format) => format == Format.Csv
        ? share.ToString(CultureInfo.InvariantCulture)
        : (100 * share).ToString("F2", CultureInfo.InvariantCulture) + " %";

    public static string Loss(double loss, Format format) => loss.ToString(format == Format.Csv ? "R" : "F4", CultureInfo.InvariantCulture);

    private static ReportTable Of(IReadOnlyList<ComparedRun> runs, Format format) => new(
        ["network", "#depth", "#parameters", "#MACs", "recipe", "state", "#steps", "#training error", "measured on", "#error", "#best error", "#at step", "folder"],
        [.. runs.Select(run => Row(run, format))])
    {
        Optional = ["folder", "depth", "recipe", "state", "at step", "steps", "measured on"],
    };

    private static IReadOnlyList<string> Row(ComparedRun run, Format format) =>
    [
        run.Name,
        Count(run.Depth, format),
        Numbers.Of(run.Parameters, format),
        Count(run.Macs, format),
        run.Recipe,
        run.State,
        run.Step == run.Steps ? Numbers.Of(run.Step, format) : $"{Numbers.Of(run.Step, format)} of {Numbers.Of(run.Steps, format)}",
        Share(run.TrainingError, format),
        run.Part ?? None,
        Share(run.LastError, format),
        Share(run.BestError, format),
        Count(run.BestStep, format),
        run.Folder,
    ];

    private static string Share(double? share, Format format) => share is { } known ? Error(known, format) : None;

    private static string Count(long? count, Format format) => count is { } known ? Numbers.Of(known, format) : None;
}
