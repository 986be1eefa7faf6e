using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace ResNetGen.Benchmarks;

/// <summary>Steps on one batch that is there: gradients cleared, forward, backward and the optimizer, nothing else; blocks may be computed again.</summary>
internal sealed class TrainingSteps : IDisposable
{
    private const int Phases = 5;

    // The fourth word of such work.
    private const string Recomputing = "recomputing";

    private readonly nn.Module<Tensor, Tensor> _network;
    private readonly TorchSharp.Modules.SGD _optimizer;
    private readonly Tensor _images;
    private readonly Tensor _labels;
    private readonly bool _recomputes;
    private readonly TimeSpan[] _phases = new TimeSpan[Phases];
    private int _steps;
    private long _allocated;
    private TimeSpan _paused;
    private Environment.ProcessCpuUsage _usage;
    private long _pages;

    private TrainingSteps(string network, int batch, bool recomputes)
    {
        _recomputes = recomputes;
        _network = Networks.Create(network);
        _network.train();
        _optimizer = optim.SGD(_network.parameters(), 0.1, 0.9, weight_decay: 1e-4);
        _images = rand(Networks.Shape(network, batch));
        _labels = randint(Networks.Classes(network), [batch], ScalarType.Int64);
    }

    /// <summary>
    /// What a step took since it was asked last: seconds of zeroing, forward with the loss, backward, optimizer and the rest,
    /// seconds of collections, bytes allocated, seconds of processors in the kernel and in all, new pages of memory.
    /// </summary>
    public string Breakdown
    {
        get
        {
            var (bytes, paused, usage, pages) = (GC.GetTotalAllocatedBytes(), GC.GetTotalPauseDuration(), Environment.CpuUsage, Machine.PagesOf(Environment.ProcessId));
            double[] numbers =
            [
                .. _phases.Select(p => p.TotalSeconds),
                (paused - _paused).TotalSeconds,
                bytes - _allocated,
                (usage.PrivilegedTime - _usage.PrivilegedTime).TotalSeconds,
                (usage.TotalTime - _usage.TotalTime).TotalSeconds,
                pages - _pages,
            ];
            var told = string.Join(' ', numbers.Select(n => (n / _steps).ToString("R", CultureInfo.InvariantCulture)));
            Array.Clear(_phases);
            _steps = 0;
            (_allocated, _paused, _usage, _pages) = (bytes, paused, usage, pages);
            return told;
        }
    }

    /// <summary>Makes what <c>step:NETWORK:BATCH</c> or <c>step:NETWORK:BATCH:recomputing</c> names.</summary>
    public static TrainingSteps Of(string work) => work.Split(':') is ["step", var network, var batch, .. [] or [Recomputing]] and var words
        ? new(network, int.Parse(batch, CultureInfo.InvariantCulture), words[^1] == Recomputing)
        : throw new ArgumentException($"There is no work '{work}'.", nameof(work));

    public TimeSpan Run(int count)
    {
        using var gradients = enable_grad();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            Step();

        return Stopwatch.GetElapsedTime(start);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _network.Dispose();
        _images.Dispose();
        _labels.Dispose();
    }

    private void Step()
    {
        var at = Stopwatch.GetTimestamp();
        using (NewDisposeScope())
        {
            _optimizer.zero_grad();
            Passed(0);
            var (loss, output) = _recomputes ? PassAgain() : PassOnce();
            Passed(2);
            _optimizer.step();
            Passed(3);
            _ = loss.item<float>();
            _ = output.argmax(1).eq(_labels).sum().item<long>();
        }

        Passed(4);
        _steps++;

        (Tensor Loss, Tensor Output) PassOnce()
        {
            var output = _network.call(_images);
            var loss = nn.functional.cross_entropy(output, _labels);
            Passed(1);
            loss.backward();
            return (loss, output);
        }

        (Tensor Loss, Tensor Output) PassAgain()
        {
            Tensor? kept = null;
            var loss = Networks.BackwardRecomputing(_network, _images, output =>
            {
                kept = output.detach();
                var mean = nn.functional.cross_entropy(output, _labels);
                Passed(1);
                return mean;
            });
            return (loss, kept!);
        }

        void Passed(int phase)
        {
            var now = Stopwatch.GetTimestamp();
            _phases[phase] += Stopwatch.GetElapsedTime(at, now);
            at = now;
        }
    }
}
