using System.Diagnostics;

namespace ResNetGen.Benchmarks;

/// <summary>What is measured: each is run on both sides in turns, in processes that were warmed up.</summary>
/// <param name="quick">Fewer rounds: enough to see that all runs, too few for figures.</param>
internal sealed class Measurements(bool quick)
{
    private const double Nanoseconds = 1e9;
    private const double Microseconds = 1e6;
    private const double Milliseconds = 1e3;
    private const double WarmUpSeconds = 2;

    /// <summary>What one call costs beside its arithmetic: tiny tensors, and a small network of many calls.</summary>
    public IReadOnlyList<Comparison> Overhead(Peer ours, Peer python) =>
    [
        Time(new("add, [4]", "ns", Nanoseconds, Target: 1), "add", 5_000, 61, ours, python),
        Time(new("relu, [4]", "ns", Nanoseconds, Target: 1), "relu", 5_000, 61, ours, python),
        Time(new("conv2d, [1, 1, 4, 4] with a 3x3 kernel", "ns", Nanoseconds, Target: 1), "conv2d", 1_000, 61, ours, python),
        Time(new("ResNet-20, eval, [1, 3, 32, 32]", "µs", Microseconds, Target: 1), "resnet20", 10, 61, ours, python),
    ];

    /// <summary>A network whose time is arithmetic, and the memory that it takes.</summary>
    public IReadOnlyList<Comparison> ResNet50(Peer ours, Peer python) =>
    [
        Time(new("ResNet-50, eval, [8, 3, 224, 224]", "ms", Milliseconds, Target: 1.05), "resnet50", 1, 21, ours, python),
        Memory("ResNet-50, eval, [8, 3, 224, 224]", "resnet50", 5),
    ];

    /// <summary>A file of weights of ResNet-152 (231 MiB), as torch.save writes it, into a network that is there.</summary>
    public IReadOnlyList<Comparison> Weights(Peer ours, Peer python)
    {
        // It writes the file.
        python.Run("load152", 1);
        return
        [
            Time(new("ResNet-152, .pth into the network", "ms", Milliseconds, Target: 1), "load152", 1, 31, ours, python),
            Memory("ResNet-152, built", "build152", 1),
            Memory("ResNet-152, built and .pth loaded", "load152", 1),
        ];
    }

    /// <summary>Training of ResNet-20 at batch 128: a step alone, and a run with its data, Python's with the workers that suit it best.</summary>
    public IReadOnlyList<Comparison> Training(Peer ours, Peer python)
    {
        string[] loaders = ["train20", "train20-1", "train20-2"];
        foreach (var loader in loaders)
            python.Run(loader, 2);

        var seconds = loaders.ToDictionary(l => l, l => python.Run(l, 10), StringComparer.Ordinal);
        var best = loaders.MinBy(l => seconds[l])!;
        var workers = Array.IndexOf(loaders, best);
        return
        [
            Time(new("ResNet-20, a training step, [128, 3, 32, 32]", "ms", Milliseconds, Target: 1), "step20", 3, 21, ours, python),
            Time(new($"ResNet-20, trained with its data, 1 worker of ours, {workers} of Python's", "ms", Milliseconds, Target: 1), "train20", 5, 21, ours, python, best),
        ];
    }

    private Comparison Time(Comparison comparison, string work, int count, int rounds, Peer ours, Peer python, string? pythonsWork = null)
    {
        var theirs = pythonsWork ?? work;
        // The runtime compiles hot methods again after a while, and torch prepares its kernels on the first calls.
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUpSeconds;)
        {
            ours.Run(work, count);
            python.Run(theirs, count);
        }

        for (var round = 0; round < (quick ? 6 : rounds); round++)
            comparison.Sample(round, () => ours.Run(work, count), () => python.Run(theirs, count));

        return comparison;
    }

    // Processes of their own, which have done nothing else.
    private Comparison Memory(string name, string work, int count)
    {
        var comparison = new Comparison(name + ", peak of resident memory", "MiB", 1, Target: 1, IsTime: false);
        for (var round = 0; round < (quick ? 1 : 7); round++)
            comparison.Sample(round, () => PeakOf(Peer.StartOurs, work, count), () => PeakOf(Peer.StartPython, work, count));

        return comparison;
    }

    private static double PeakOf(Func<Peer> start, string work, int count)
    {
        using var peer = start();
        peer.Run(work, count);
        return peer.PeakMemory;
    }
}
