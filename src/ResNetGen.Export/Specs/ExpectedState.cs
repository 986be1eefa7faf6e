using ResNetGen.Architecture;
using ResNetGen.Weights;

namespace ResNetGen.Export;

/// <summary>The state dict that a network asks a checkpoint for.</summary>
internal static class ExpectedState
{
    private const string Counter = "num_batches_tracked";

    public static IReadOnlyList<ExpectedTensor> Of(CompiledSpec spec) =>
    [
        .. spec.Analysis.State.Select(e => new ExpectedTensor(
            e.Key,
            e.Key.EndsWith(Counter, StringComparison.Ordinal) ? ElementType.Int64 : ElementType.Float32,
            [.. e.Shape.Select(size => (long)size)])),
    ];
}
