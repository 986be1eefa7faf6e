using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ResNetGen.Weights;
using static TorchSharp.torch;

namespace ResNetGen.Benchmarks;

/// <summary>Our side of the benchmarks, in a process of its own: answers the lines that peer.py describes.</summary>
internal sealed class LocalPeer : IDisposable
{
    private readonly Lazy<Evaluation> _resNet20 = new(() => new Evaluation(new CifarResNet20(), [1, 3, 32, 32]));
    private readonly Lazy<TrainingSteps> _steps = new(() => new TrainingSteps());
    private readonly Lazy<TrainingRun> _run = new(() => new TrainingRun(Environment.GetEnvironmentVariable(Peer.FolderVariable)!));
    private readonly Lazy<ResNet152> _resNet152 = new(() => new ResNet152());
    private readonly Lazy<Evaluation> _resNet50 = new(() => new Evaluation(new ResNet50(), [8, 3, 224, 224]));

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
        foreach (var network in new[] { _resNet20, _resNet50 }.Where(n => n.IsValueCreated))
            network.Value.Dispose();

        if (_resNet152.IsValueCreated)
            _resNet152.Value.Dispose();

        if (_steps.IsValueCreated)
            _steps.Value.Dispose();

        if (_run.IsValueCreated)
            _run.Value.Dispose();
    }

    private string Answer(string[] words)
    {
        if (words[0] == "memory")
            return PeakMemory();

        if (words[0] == "versions")
            return string.Create(CultureInfo.InvariantCulture, $"{RuntimeInformation.FrameworkDescription}, libtorch {__version__}, {get_num_threads()} threads");

        var count = int.Parse(words[1], CultureInfo.InvariantCulture);
        return (Work(words[0], count).TotalSeconds / count).ToString("R", CultureInfo.InvariantCulture);
    }

    private TimeSpan Work(string name, int count) => name switch
    {
        "add" => Add(count),
        "relu" => Relu(count),
        "conv2d" => Conv2d(count),
        "resnet20" => _resNet20.Value.Run(count),
        "resnet50" => _resNet50.Value.Run(count),
        "step20" => _steps.Value.Run(count),
        "train20" => _run.Value.Run(count),
        "load152" => Load(count),
        "build152" => Build(count),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such work."),
    };

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
        var path = Path.Combine(Environment.GetEnvironmentVariable(Peer.FolderVariable)!, "resnet152.pth");
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

    private static string PeakMemory() =>
        File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1];

    private sealed class Evaluation : IDisposable
    {
        private readonly nn.Module<Tensor, Tensor> _network;
        private readonly Tensor _input;

        public Evaluation(nn.Module<Tensor, Tensor> network, long[] shape)
        {
            _network = network;
            _network.eval();
            _input = rand(shape);
        }

        public TimeSpan Run(int count)
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
                _network.call(_input).Dispose();

            return Stopwatch.GetElapsedTime(start);
        }

        public void Dispose()
        {
            _network.Dispose();
            _input.Dispose();
        }
    }
}
