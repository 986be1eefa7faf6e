using System.Diagnostics;
using System.Globalization;
using static TorchSharp.torch;

namespace ResNetGen.Benchmarks;

/// <summary>Inference of one network on one batch.</summary>
internal sealed class Evaluation : IDisposable
{
    private readonly Tensor _pictures;
    private nn.Module<Tensor, Tensor> _network;

    private Evaluation(string form, string network, int batch)
    {
        _network = Networks.Create(network);
        PeerFiles.LoadWeights(_network, network);
        _network.eval();
        _pictures = PeerFiles.LoadPictures(network, batch);

        var start = Stopwatch.GetTimestamp();
        _network = Formed(form, _network);
        _network.call(_pictures).Dispose();
        First = Stopwatch.GetElapsedTime(start);
    }

    /// <summary>How long the form and its first result took, from weights in memory on.</summary>
    public TimeSpan First { get; }

    /// <summary>Makes what <c>FORM:NETWORK:BATCH</c> names.</summary>
    public static Evaluation Of(string work) => work.Split(':') is [var form, var network, var batch]
        ? new(form, network, int.Parse(batch, CultureInfo.InvariantCulture))
        : throw new ArgumentException($"There is no work '{work}'.", nameof(work));

    public TimeSpan Run(int count)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
            _network.call(_pictures).Dispose();

        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Two callers at once, each on a thread of its own; <paramref name="count"/> batches in all, or one more.</summary>
    public TimeSpan RunByTwo(int count)
    {
        var callers = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            using var noGrad = no_grad();
            Run((count + 1) / 2);
        })).ToList();
        var start = Stopwatch.GetTimestamp();
        callers.ForEach(c => c.Start());
        callers.ForEach(c => c.Join());
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>Writes what the network says.</summary>
    public void WriteLogits(string path)
    {
        using var logits = _network.call(_pictures);
        PeerFiles.WriteNumbers(logits, path);
    }

    public void Dispose()
    {
        _network.Dispose();
        _pictures.Dispose();
    }

    private static nn.Module<Tensor, Tensor> Formed(string form, nn.Module<Tensor, Tensor> network)
    {
        if (form == "eval")
            return network;

        return Networks.Twin(network, new InferenceOptions
        {
            Precision = form switch
            {
                "twin" => InferencePrecision.Float32,
                "twin-bfloat16" => InferencePrecision.BFloat16,
                _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
            },
            DisposesNetwork = true,
        });
    }
}
