using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Quickstart;

/// <summary>One step of gradient descent on a batch of noise: enough to see the loss move.</summary>
internal static class TrainingStep
{
    private const int Batch = 16;

    /// <summary>Takes the step and prints the loss on the same batch before and after.</summary>
    /// <returns>Whether the loss fell.</returns>
    public static bool Run(CifarResNet20 network)
    {
        using var scope = torch.NewDisposeScope();
        var pictures = torch.randn(Batch, CifarResNet20.Architecture.InputChannels, CifarResNet20.Architecture.InputHeight, CifarResNet20.Architecture.InputWidth);
        var classes = torch.randint(CifarResNet20.Architecture.Classes, [Batch], ScalarType.Int64);
        using var optimizer = torch.optim.SGD(network.parameters(), 0.1);
        network.train();

        var watch = Stopwatch.StartNew();
        optimizer.zero_grad();
        var loss = nn.functional.cross_entropy(network.call(pictures), classes);
        loss.backward();
        optimizer.step();
        var time = watch.Elapsed;

        var lossAfter = nn.functional.cross_entropy(network.call(pictures), classes);
        var (before, after) = (loss.item<float>(), lossAfter.item<float>());
        Console.WriteLine($"{nameof(CifarResNet20)}, one training step on {Batch} pictures: loss {before:F3} before, {after:F3} after, {time.TotalMilliseconds:F0} ms");
        return after < before;
    }
}
