using ResNetGen.Architecture.Analysis;

namespace ResNetGen.Architecture.Comparison;

/// <summary>The numbers of one network, for one picture of its declared input.</summary>
public static class NetworkNumbers
{
    /// <summary>Lists them, always in the same order; memory is in bytes, and null where it does not fit 64 bits.</summary>
    public static IReadOnlyList<(string Name, long? Value)> Of(CompiledSpec spec)
    {
        var analysis = spec.Analysis;
        var memory = MemoryOf(spec);
        return
        [
            (NumberNames.Depth, analysis.Depth),
            (NumberNames.MainPathLayers, analysis.MainPathLayers),
            (NumberNames.Parameters, analysis.Total.Parameters),
            (NumberNames.Buffers, analysis.Buffers),
            (NumberNames.StateDictEntries, analysis.State.Count),
            (NumberNames.Macs, analysis.Total.Macs),
            (NumberNames.Activations, analysis.Total.Activations),
            (NumberNames.InferenceMemory, memory?.Inference),
            (NumberNames.TrainingMemory, memory?.Training),
        ];
    }

    private static ActivationMemory? MemoryOf(CompiledSpec spec)
    {
        try
        {
            return ActivationMemory.Of(spec.Network, spec.Analysis.Input, batch: 1);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
