namespace ResNetGen.Benchmarks;

/// <summary>What a call costs beside its arithmetic: tiny tensors, and a small network of many calls.</summary>
internal sealed class Overhead(Contest contest)
{
    public Report Run()
    {
        using var sides = new TwoSides(contest);
        return sides.Report("The cost of a call").Add(
        [
            sides.Measure("add, [4]", "ns", Case.Nanoseconds, 1, "add", 5_000, 61),
            sides.Measure("relu, [4]", "ns", Case.Nanoseconds, 1, "relu", 5_000, 61),
            sides.Measure("conv2d, [1, 1, 4, 4] with a 3x3 kernel", "ns", Case.Nanoseconds, 1, "conv2d", 1_000, 61),
            sides.Measure("ResNet-20, eval, [1, 3, 32, 32]", "µs", Case.Microseconds, 1, "eval:resnet20:1", 10, 61, "eager:resnet20:1"),
        ]);
    }
}
