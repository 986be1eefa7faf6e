namespace ResNetGen.Benchmarks;

/// <summary>A file of weights of ResNet-152 (231 MiB), as torch.save writes it, into a network that is there.</summary>
internal sealed class Loading(Contest contest)
{
    public Report Run()
    {
        using var sides = new TwoSides(contest);
        // It writes the file.
        sides.Python.Run("load152", 1);
        var loading = sides.Measure("ResNet-152, .pth into the network", "ms", Case.Milliseconds, 1, "load152", 1, 31);

        Side[] built = [new("ours, built"), new("PyTorch, built"), new("ours, built and loaded"), new("PyTorch, built and loaded")];
        built[0].Peak = PeakOf(Peer.StartOurs, "build152");
        built[1].Peak = PeakOf(Peer.StartPython, "build152");
        built[2].Peak = PeakOf(Peer.StartOurs, "load152");
        built[3].Peak = PeakOf(Peer.StartPython, "load152");
        return sides.Report("Weights from a file").Add([loading]).Add("Peak of resident memory of fresh processes:\n\n"
            + "| ResNet-152 | MiB |\n|---|---:|\n" + string.Concat(built.Select(s => FormattableString.Invariant($"| {s.Name} | {s.Peak:F1} |\n"))));
    }

    private static double PeakOf(Func<int, bool, Peer> start, string work)
    {
        using var peer = start(Peer.Threads, false);
        peer.Run(work, 1);
        return Machine.PeakOf(peer.Id);
    }
}
