using System.Globalization;
using System.Runtime.InteropServices;

namespace ResNetGen.Benchmarks;

/// <summary>Inference in float32 beside PyTorch, eager and frozen, and onnxruntime, on the same weights and pictures.</summary>
internal sealed class Inference(Contest contest)
{
    private const double EagerAim = 1 / 1.4;
    private const double MostDeviation = 1e-3;
    private const string BFloat16 = "twin-bfloat16";
    private const string Frozen = "frozen";

    /// <summary>The form that is ours.</summary>
    public const string Twin = "twin";

    /// <summary>The form that is onnxruntime's.</summary>
    public const string OnnxRuntime = "onnx";

    private static readonly (string Name, string Title, int[] Batches)[] Measured =
        [("resnet50", "ResNet-50 at 224", [1, 8]), ("resnet20", "ResNet-20 at 32", [1, 128])];

    /// <summary>Our forms, the first of which the others are compared with, and what the table calls them.</summary>
    private static readonly (string Form, string Title)[] Ours = [(Twin, "ours, the twin"), ("eval", "ours, the training class")];

    private double _worst;

    /// <summary>Measures, and returns the report.</summary>
    public Report Run()
    {
        var report = new Report("Inference beside PyTorch and onnxruntime");
        foreach (var (network, _, batches) in Measured)
        {
            using var ours = Peer.StartOurs();
            ours.Ask($"write {network} {string.Join(' ', batches)}");
        }

        report.With("ResNetGen", Versions(Peer.StartOurs)).With("Python", Versions(Peer.StartPython)).With("onnxruntime", Versions(Peer.StartOnnxRuntime))
            .With("All", "the threads that the table says, OMP_WAIT_POLICY=passive, processes of their own for each comparison; Python with no_grad and flushed denormals, onnxruntime with all of its optimizations")
            .With("Spinning", "a thread that waits for others spins for a while, where that suits a side best: ours and Python's with GOMP_SPINCOUNT=10000, a tenth of a millisecond or so")
            .With("bfloat16", Machine.HasBFloat16 ? "the processor has it: the twin in bfloat16 is a line of its own" : "this processor has none, so there is no line for it");

        var cases = new List<Case>();
        foreach (var threads in new[] { 2, 1 })
        {
            foreach (var (network, title, batches) in Measured)
            {
                var settings = Settings.Best(contest, network, batches[0], threads);
                // One thread takes PyTorch and the training class the slow way: a minute for a batch of eight.
                foreach (var batch in contest.IsQuick && threads == 1 ? batches[..1] : batches)
                {
                    Console.Error.WriteLine($"{title}, batch {batch}, {Threads(threads)} ...");
                    Contestant[] contestants = [.. Contestants($"{network}:{batch}", threads, settings)];
                    cases.Add(contest.Fresh($"{title}, batch {batch}, {Threads(threads)}", 15, peers => Check(peers, contestants), contestants));
                }
            }
        }

        report.With("The same logits", string.Create(CultureInfo.InvariantCulture, $"in float32, before each comparison; the largest difference from the twin's was {_worst:0.0e-0} of its largest"));
        if (!contest.IsQuick)
            report.With("bfloat16 beside float32", BFloat16Agreement());

        return report.Add(cases).Add("Two callers at once on one network, a thread for each; the time is that of a picture:").Add([TwoCallers()]);
    }

    private IEnumerable<Contestant> Contestants(string work, int threads, Settings settings)
    {
        var (ours, python, runtime) = settings;
        // What takes long and has no aim beside it is left out where rounds are few: the training class and PyTorch frozen.
        foreach (var (form, title) in contest.IsQuick ? Ours[..1] : Ours)
            yield return new(new Side(ours.Titled(title)), StartOurs, $"{form}:{work}");

        yield return new(new Side(python.Titled("PyTorch, eager")) { Aim = EagerAim }, StartPython, $"{python.Form}:{work}");
        if (!contest.IsQuick)
            yield return new(new Side((python with { Form = Frozen }).Titled("PyTorch, frozen")), StartPython, $"{Frozen}:{work}");

        yield return new(new Side(runtime.Titled("onnxruntime")) { Aim = 1 }, () => Peer.StartOnnxRuntime(threads, runtime.Spins), $"{OnnxRuntime}:{work}");
        // It gives other logits, and is compared in no other way.
        if (Machine.HasBFloat16)
            yield return new(new Side(ours.Titled("ours, the twin in bfloat16")), StartOurs, $"{BFloat16}:{work}");

        Peer StartOurs() => Peer.StartOurs(threads, ours.Spins);

        Peer StartPython() => Peer.StartPython(threads, python.Spins);
    }

    private static string BFloat16Agreement()
    {
        Console.Error.WriteLine("bfloat16 beside float32 ...");
        using var ours = Peer.StartOurs();
        var told = ours.Ask("agreement 1000").Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the same class on {told[0]:N0} of {told[1]:N0} drawn pictures (ResNet-20, trained for 60 steps on others; errors {told[3]:P1} and {told[2]:P1})");
    }

    private Case TwoCallers()
    {
        using var ours = Peer.StartOurs(1);
        using var runtime = Peer.StartOnnxRuntime(1);
        var work = Ours[0].Form + ":resnet50:1";
        var title = Ours[0].Title;
        Console.Error.WriteLine("Two callers ...");
        return contest.Shared(
            new("ResNet-50 at 224, batch 1", "ms", Case.Milliseconds, [new Side(title + ", two callers"), new Side(title + ", one caller"), new Side("onnxruntime, two callers") { Aim = 1 }]),
            15,
            [ours, ours, runtime],
            ["two:" + work, work, $"two:{OnnxRuntime}:resnet50:1"],
            contest.IsQuick ? 2 : 6);
    }

    // Nothing is timed that computes something else; bfloat16 is something else.
    private void Check(IReadOnlyList<Peer> peers, IReadOnlyList<Contestant> contestants)
    {
        float[]? expected = null;
        foreach (var (peer, contestant) in peers.Zip(contestants).Where(p => !p.Second.Work.StartsWith(BFloat16, StringComparison.Ordinal)))
        {
            var file = Path.Combine(Peer.Folder, "logits.bin");
            peer.Ask($"logits {contestant.Work} {file}");
            var logits = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray();
            expected ??= logits;
            if (logits.Length != expected.Length)
                throw new InvalidOperationException($"{contestant.Side.Name} gives {logits.Length} logits of {contestant.Work}, not {expected.Length}.");

            var deviation = Deviation(logits, expected);
            if (!(deviation <= MostDeviation))
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{contestant.Side.Name} gives other logits of {contestant.Work}: {deviation:0.0e-0} of the largest."));

            _worst = Math.Max(_worst, deviation);
        }
    }

    private static double Deviation(float[] actual, float[] expected) =>
        actual.Zip(expected, (a, e) => Math.Abs((double)a - e)).Max() / expected.Max(e => Math.Abs((double)e));

    private static string Versions(Func<int, bool, Peer> start)
    {
        using var peer = start(Peer.Threads, false);
        return peer.Ask("versions");
    }

    private static string Threads(int threads) => threads == 1 ? "1 thread" : string.Create(CultureInfo.InvariantCulture, $"{threads} threads");
}
