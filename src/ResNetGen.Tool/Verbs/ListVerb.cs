using System.CommandLine;
using ResNetGen.Architecture.Text;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Zoo;

namespace ResNetGen.Tool.Verbs;

/// <summary>`resnetgen list`: the zoo.</summary>
internal static class ListVerb
{
    public static Command Create()
    {
        var (format, output) = (CommonOptions.Format(Format.Table), CommonOptions.Output());
        var filter = CommonOptions.WithoutOptions(new Argument<string?>("FILTER")
        {
            Description = "A part of the purpose and name, or a pattern with * and ? for the whole name.",
            Arity = ArgumentArity.ZeroOrOne,
        });
        filter.CompletionSources.Add(_ => ZooSpecs.All.Select(s => s.Name).Concat(ZooSpecs.All.Select(s => s.Purpose + "/").Distinct(StringComparer.Ordinal)));
        var command = new VerbCommand("list", "Lists the zoo: the published networks that come with the command.")
        {
            Examples =
            [
                new("resnetgen list", "All of them, with parameters, multiply-adds (MACs) and depth."),
                new("resnetgen list 'resnet50*'", "Those whose name begins with resnet50."),
                new("resnetgen list cifar10 --format csv", "Those of one purpose, for a program."),
            ],
            ExitCodes = [ExitCode.Fine, ExitCode.Usage, ExitCode.InputOutput],
        };
        command.Add(filter);
        command.Add(format);
        command.Add(output);
        command.SetAction(parsed => Verb.Run(() =>
        {
            var networks = Find(parsed.GetValue(filter)).ConvertAll(ListedNetwork.Of);
            var wanted = parsed.GetValue(format);
            OutputFile.Write(wanted == Format.Json ? Json.Write(networks) : ReportWriter.Write(ReportOf(networks, wanted), wanted), parsed.GetValue(output));
            return ExitCode.Fine;
        }));
        return command;
    }

    private static List<ZooSpec> Find(string? filter)
    {
        var found = ZooSpecs.All.Where(s => filter is null || NamePattern.Matches(filter, s)).ToList();
        if (found.Count == 0)
            Console.Error.WriteLine($"resnetgen: no network of the zoo matches '{filter}'{NearestWord.Hint(filter!, ZooSpecs.All.Select(s => s.Name))}");

        return found;
    }

    private static Report ReportOf(List<ListedNetwork> networks, Format format)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var purpose in networks.GroupBy(n => n.Purpose, StringComparer.Ordinal))
        {
            if (rows.Count > 0)
                rows.Add(ReportTable.Rule);

            rows.AddRange(purpose.Select(n => n.Row(format)));
        }

        return new Report("", [], [new ReportTable(["name", "purpose", "input", "#depth", "#parameters", "#MACs"], rows) { Optional = ["input", "purpose", "depth"] }]);
    }
}
