using System.Globalization;

namespace ResNetGen.Benchmarks;

/// <summary>Training beside PyTorch: a step alone, where its time goes, and a run with its data, Python's with the workers that suit it best.</summary>
internal sealed class Training(Contest contest)
{
    private static readonly (string Work, string Title, int Rounds)[] Steps =
        [("step:resnet50:8", "ResNet-50 at 224, a step of 8", 9), ("step:resnet20:128", "ResNet-20 at 32, a step of 128", 21)];

    private static readonly string[] Phases = ["clearing gradients", "forward, with the loss", "backward", "optimizer", "reading results, freeing tensors"];

    // Python's, by the number of its workers.
    private static readonly string[] Loaders = ["train20", "train20-1", "train20-2"];

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
        var again = work + ":recomputing";
        List<(Side Side, Func<int, bool, Peer> Start, string Work)> all =
        [
            (new("ours"), Peer.StartOurs, work),
            (new("ours, blocks computed again"), Peer.StartOurs, again),
            (new("PyTorch") { Aim = 1 }, Peer.StartPython, work),
        ];
        // There is no aim beside it.
        if (!contest.IsQuick)
            all.Add((new("PyTorch, blocks computed again"), Peer.StartPython, again));

        var peers = all.Select(a => a.Start(Peer.Threads, false)).ToList();
        try
        {
            var ours = peers[0];
            ours.Run(work, 1);
            ours.Ask("phases " + work);
            var measured = contest.Shared(new(title, "ms", Case.Milliseconds, [.. all.Select(a => a.Side)]), rounds, peers, [.. all.Select(a => a.Work)]);
            breakdowns.Add(ours.Ask("phases " + work));
            for (var i = 0; i < peers.Count; i++)
                all[i].Side.Peak = Machine.PeakOf(peers[i].Id);

            return measured;
        }
        finally
        {
            peers.ForEach(p => p.Dispose());
        }
    }

    private static string Table(List<string> breakdowns)
    {
        var told = breakdowns.Select(b => b.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var (paused, allocated, inKernel, ofProcessors, pages) = (Phases.Length, Phases.Length + 1, Phases.Length + 2, Phases.Length + 3, Phases.Length + 4);
        IEnumerable<string> rows =
        [
            .. Phases.Select((phase, i) => Row(phase, t => Seconds(t[i], t.Take(Phases.Length).Sum()))),
            Row("garbage collections, within the above", t => Seconds(t[paused], t.Take(Phases.Length).Sum())),
            Row("allocated by .NET", t => FormattableString.Invariant($"{t[allocated] / 1024:F0} KiB | ")),
            Row("in the kernel, of processors' time", t => Seconds(t[inKernel], t[ofProcessors])),
            Row("new pages of memory", t => FormattableString.Invariant($"{t[pages]:F0} | ")),
        ];
        return "| A step's | " + string.Join(" | ", Steps.Select(s => s.Title + " | share")) + " |\n|---|" + string.Concat(Steps.Select(_ => "---:|---:|")) + "\n" + string.Concat(rows);

        string Row(string phase, Func<double[], string> cell) => $"| {phase} | {string.Join(" | ", told.Select(cell))} |\n";

        static string Seconds(double seconds, double all) => FormattableString.Invariant($"{seconds * 1e3:F2} ms | {seconds / all:P1}");
    }

    private Case WithData(TwoSides sides)
    {
        Pictures.Write(Peer.Folder);
        // Few rounds are too few to choose by.
        var workers = contest.IsQuick ? 1 : BestWorkers(sides.Python);
        return sides.Measure(
            FormattableString.Invariant($"ResNet-20, trained with its data, 1 worker of ours, {workers} of Python's"), "ms", Case.Milliseconds, 1, "train20", contest.IsQuick ? 2 : 5, 21, Loaders[workers]);
    }

    private static int BestWorkers(Peer python)
    {
        foreach (var loader in Loaders)
            python.Run(loader, 2);

        var seconds = Loaders.Select(l => python.Run(l, 10).Wall).ToList();
        return seconds.IndexOf(seconds.Min());
    }
}
