using System.CommandLine;
using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen check`: what the compiler would say of a spec.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var (specs, format, output) = (CommonOptions.Specs(), CommonOptions.Format(Format.Table), CommonOptions.Output());
        var command = new VerbCommand("check", "Prints what is wrong with specs; exits 0 where nothing is, 1 for warnings, 3 for errors.")
        {
            Examples =
            [
                new("resnetgen check my-net.resnet.yaml", "Nothing is printed where nothing is wrong."),
                new("resnetgen check *.resnet.yaml --format json", "Every finding with its place, for a program."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Findings, ExitCode.Usage, ExitCode.BadSpec, ExitCode.InputOutput],
        };
        command.Add(specs);
        command.Add(format);
        command.Add(output);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var findings = new Findings();
            foreach (var path in parsed.GetRequiredValue(specs))
                SpecLoader.Load(path, over: null, findings);

            var found = findings.ToArray();
            OutputFile.Write(Print(found, parsed.GetValue(format)), parsed.GetValue(output));
            return findings.HasErrors ? ExitCode.BadSpec : found.Count > 0 ? ExitCode.Findings : ExitCode.Fine;
        }));
        return command;
    }

    private static string Print(EquatableArray<Finding> found, Format format) => format switch
    {
        Format.Json => Json.Write(found.Select(FindingJson.Of)),
        Format.Table => string.Concat(found.Select(Line)),
        _ => ReportWriter.Write(
            new Report(
                "Findings",
                [],
                [new ReportTable(["file", "#line", "#column", "severity", "id", "message"], [.. found.Select(FindingJson.Of).Select(f => new[]
                {
                    f.File,
                    f.Line.ToString(CultureInfo.InvariantCulture),
                    f.Column.ToString(CultureInfo.InvariantCulture),
                    f.Severity,
                    f.Id,
                    f.Message,
                })])]),
            format),
    };

    private static string Line(Finding finding)
    {
        var line = finding.ToString();
        return (IsError(finding) ? Terminal.Red(line) : Terminal.Yellow(line)) + "\n";
    }

    private static bool IsError(Finding finding) => finding.Rule.Severity == Severity.Error;

    private sealed record FindingJson(
        string File, int Line, int Column, int EndLine, int EndColumn, string Severity, string Id, string Message)
    {
        public static FindingJson Of(Finding finding) => new(
            finding.Site.Path,
            finding.Site.StartLine + 1,
            finding.Site.StartColumn + 1,
            finding.Site.EndLine + 1,
            finding.Site.EndColumn + 1,
            IsError(finding) ? "error" : "warning",
            finding.Rule.Id,
            finding.Message);
    }
}
