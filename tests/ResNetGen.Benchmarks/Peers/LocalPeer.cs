using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ResNetGen.Weights;
using static TorchSharp.torch;

namespace ResNetGen.Benchmarks;

/// <summary>Our side of the benchmarks, in a process of its own: answers the lines that peer.py describes, and <c>write NETWORK BATCH...</c>, <c>phases WORK</c>, <c>agreement PICTURES</c>.</summary>
internal sealed class LocalPeer : IDisposable
{
    // Two callers of the work that follows.
    private const string ByTwo = "two:";

    private readonly Dictionary<string, Evaluation> _evaluations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TrainingSteps> _steps = new(StringComparer.Ordinal);
    private readonly Lazy<TrainingRun> _run = new(() => new TrainingRun(Peer.Folder));
    private readonly Lazy<ResNet152> _resNet152 = new(() => new ResNet152());

    /// <summary>Answers the lines of the standard input until it ends.</summary>
    public static void Run()
    {
        using var noGrad = no_grad();
        using var peer = new LocalPeer();
        while (Console.ReadLine() is { } line)
            Console.WriteLine(peer.Answer(line.Split(' ')));
    }

    public void Dispose()
    {
        foreach (var evaluation in _evaluations.Values)
            evaluation.Dispose();

        foreach (var steps in _steps.Values)
            steps.Dispose();

        if (_resNet152.IsValueCreated)
            _resNet152.Value.Dispose();

        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }

    private string Answer(string[] words)
    {
        switch (words)
        {
            case ["versions"]:
                return string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, libtorch {__version__}, {get_num_threads()} threads");
            case ["write", var network, .. var batches]:
                PeerFiles.Write(network, batches.Select(Number));
                return "written";
            case ["first", var work]:
                return Told(Evaluated(Alone(work)).First.TotalSeconds);
            case ["logits", var work, var file]:
                Evaluated(Alone(work)).WriteLogits(file);
                return "written";
            case ["agreement", var pictures]:
                return Agreement.Measure(Peer.Folder, Number(pictures));
            case ["phases", var work]:
                return Steps(work).Breakdown;
            case ["run", var work, var count]:
                return Measured(work, Number(count));
            default:
                throw new ArgumentException($"There is no answer to '{string.Join(' ', words)}'.", nameof(words));
        }
    }

    private string Measured(string work, int count)
    {
        var before = Environment.CpuUsage.TotalTime;
        var wall = Work(work, count).TotalSeconds / count;
        return Told(wall) + " " + Told((Environment.CpuUsage.TotalTime - before).TotalSeconds / count);
    }

    private TimeSpan Work(string name, int count) => name switch
    {
        "add" => Add(count),
        "relu" => Relu(count),
        "conv2d" => Conv2d(count),
        "train20" => _run.Value.Run(count),
        "load152" => Load(count),
        "build152" => Build(count),
        _ when name.StartsWith("step:", StringComparison.Ordinal) => Steps(name).Run(count),
        _ when name.StartsWith(ByTwo, StringComparison.Ordinal) => Evaluated(Alone(name)).RunByTwo(count),
        _ => Evaluated(name).Run(count),
    };

    private static string Alone(string work) => work.StartsWith(ByTwo, StringComparison.Ordinal) ? work[ByTwo.Length..] : work;

    private Evaluation Evaluated(string work) => _evaluations.TryGetValue(work, out var known) ? known : _evaluations[work] = Evaluation.Of(work);

    private TrainingSteps Steps(string work) => _steps.TryGetValue(work, out var known) ? known : _steps[work] = TrainingSteps.Of(work);

    private static TimeSpan Add(int count)
    {
        using var x = rand(4);
        using var y = rand(4);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            x.add(y).Dispose();

        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Relu(int count)
    {
        using var x = rand(4);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            x.relu().Dispose();

        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Conv2d(int count)
    {
        using var x = rand(1, 1, 4, 4);
        using var weight = rand(1, 1, 3, 3);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            nn.functional.conv2d(x, weight).Dispose();

        return Stopwatch.GetElapsedTime(start);
    }

    private TimeSpan Load(int count)
    {
        var network = _resNet152.Value;
        var path = Path.Combine(Peer.Folder, "resnet152.pth");
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            network.LoadWeights(path);

        return Stopwatch.GetElapsedTime(start);
    }

    private static TimeSpan Build(int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            new ResNet152().Dispose();

        return Stopwatch.GetElapsedTime(start);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Told(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
