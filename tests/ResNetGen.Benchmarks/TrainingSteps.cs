using System.Diagnostics;
using static TorchSharp.torch;

namespace ResNetGen.Benchmarks;

/// <summary>Steps of ResNet-20 on one batch of 128 that is there: forward, backward and the optimizer, nothing else.</summary>
internal sealed class TrainingSteps : IDisposable
{
    private const int Batch = 128;

    private readonly CifarResNet20 _network = new();
    private readonly TorchSharp.Modules.SGD _optimizer;
    private readonly Tensor _images = rand(Batch, 3, 32, 32);
    private readonly Tensor _labels = randint(10, [Batch], ScalarType.Int64);

    public TrainingSteps()
    {
        _network.train();
        _optimizer = optim.SGD(_network.parameters(), 0.1, 0.9, weight_decay: 1e-4);
    }

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
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        var output = _network.call(_images);
        var loss = nn.functional.cross_entropy(output, _labels);
        loss.backward();
        _optimizer.step();
        _ = loss.item<float>();
        _ = output.argmax(1).eq(_labels).sum().item<long>();
    }
}
