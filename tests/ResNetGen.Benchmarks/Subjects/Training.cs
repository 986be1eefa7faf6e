using System.Globalization;

namespace ResNetGen.Benchmarks;

/// <summary>Training beside PyTorch: a step alone, where its time goes, and a run with its data, Python's with the workers that suit it best.</summary>
internal sealed class Training(Contest contest)
{
    private static readonly (string Work, string Title, int Rounds)[] Steps =
        [("step:resnet50:8", "ResNet-50 at 224, a step of 8", 9), ("step:resnet20:128", "ResNet-20 at 32, a step of 128", 21)];

    private static readonly string[] Phases = ["clearing gradients", "forward, with the loss", "backward", "optimizer", "reading results, freeing tensors"];

    public Report Run()
    {
        var steps = new List<Case>();
        var breakdowns = new List<string>();
        foreach (var (work, title, rounds) in Steps)
        {
            Console.Error.WriteLine(title + " ...");
            steps.Add(Step(work, title, rounds, breakdowns));
        }

        using var sides = new TwoSides(contest);
        return sides.Report("Training beside PyTorch").Add(steps).Add("Where our step's time goes, by the clock:").Add(Table(breakdowns))
            .Add("With pictures loaded and augmented:").Add([WithData(sides)]);
    }

    // Fresh processes: memory, too.
    private Case Step(string work, string title, int rounds, List<string> breakdowns)
    {
        using var ours = Peer.StartOurs();
        using var again = Peer.StartOurs();
        using var python = Peer.StartPython();
        using var pythonAgain = Peer.StartPython();
        Side[] sides = [new("ours"), new("ours, blocks computed again"), new("PyTorch") { Aim = 1 }, new("PyTorch, blocks computed again")];
        Peer[] peers = [ours, again, python, pythonAgain];
        ours.Run(work, 1);
        ours.Ask("phases " + work);
        var measured = contest.Shared(new(title, "ms", Case.Milliseconds, sides), rounds, peers, [work, work + ":recomputing", work, work + ":recomputing"]);
        breakdowns.Add(ours.Ask("phases " + work));
        for (var i = 0; i < sides.Length; i++)
            sides[i].Peak = Machine.PeakOf(peers[i].Id);

        return measured;
    }

    private static string Table(List<string> breakdowns)
    {
        var told = breakdowns.Select(b => b.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var rows = Phases.Select((phase, i) => Row(phase, t => FormattableString.Invariant($"{t[i] * 1e3:F2} ms | {t[i] / t.Take(Phases.Length).Sum():P1}")))
            .Append(Row("garbage collections, within the above", t => FormattableString.Invariant($"{t[Phases.Length] * 1e3:F3} ms | {t[Phases.Length] / t.Take(Phases.Length).Sum():P1}")))
            .Append(Row("allocated by .NET", t => FormattableString.Invariant($"{t[Phases.Length + 1] / 1024:F0} KiB | ")));
        return "| A step's | " + string.Join(" | ", Steps.Select(s => s.Title + " | share")) + " |\n|---|" + string.Concat(Steps.Select(_ => "---:|---:|")) + "\n" + string.Concat(rows);

        string Row(string phase, Func<double[], string> cell) => $"| {phase} | {string.Join(" | ", told.Select(cell))} |\n";
    }

    private Case WithData(TwoSides sides)
    {
        Pictures.Write(Peer.Folder);
        string[] all = ["train20", "train20-1", "train20-2"];
        // Few rounds are too few to choose by.
        var loaders = contest.IsQuick ? all[1..2] : all;
        foreach (var loader in loaders)
            sides.Python.Run(loader, 2);

        var seconds = loaders.ToDictionary(l => l, l => sides.Python.Run(l, 10).Wall, StringComparer.Ordinal);
        var best = loaders.MinBy(l => seconds[l])!;
        var workers = Array.IndexOf(all, best);
        return sides.Measure(
            FormattableString.Invariant($"ResNet-20, trained with its data, 1 worker of ours, {workers} of Python's"), "ms", Case.Milliseconds, 1, "train20", contest.IsQuick ? 2 : 5, 21, best);
    }
}
