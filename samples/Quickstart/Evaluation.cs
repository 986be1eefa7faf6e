using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Quickstart;

/// <summary>Runs one picture through a network and sets what comes out beside what was known before.</summary>
internal static class Evaluation
{
    /// <summary>Prints the maps, the logits and the time of one picture.</summary>
    /// <param name="network">The network, its weights in place.</param>
    /// <param name="features">Its <c>Features</c>.</param>
    /// <param name="taps">Names the maps that <paramref name="features"/> returns.</param>
    /// <param name="input">One picture, <c>[1, 3, H, W]</c>.</param>
    /// <returns>Whether every map has the shape that the compiler proved.</returns>
    public static bool Run<TMaps>(nn.Module<Tensor, Tensor> network, Func<Tensor, TMaps> features, Func<TMaps, Tap[]> taps, Tensor input)
        where TMaps : IDisposable
    {
        using var noGradients = torch.no_grad();
        network.eval();

        using var maps = features(input);
        var measured = taps(maps);
        Console.WriteLine($"{network.GetName()} on the picture:");
        foreach (var tap in measured)
            Console.WriteLine($"  {tap.Name}  {Text(tap.Map.shape),-19}{(tap.Holds ? "as compiled" : "NOT " + Text(tap.Shape)),-13}stride {tap.Stride,2}, sees {tap.ReceptiveField,3} pixels");

        var watch = Stopwatch.StartNew();
        using var logits = network.call(input);
        var time = watch.Elapsed;
        using var best = logits.argmax();
        Console.WriteLine($"  logits {Text(logits.shape)} in {time.TotalMilliseconds:F0} ms; the highest is number {best.item<long>()} (fresh weights: a matter of chance)");
        Console.WriteLine();

        return measured.All(tap => tap.Holds);
    }

    private static string Text(long[] shape) => $"[{string.Join(", ", shape)}]";
}
