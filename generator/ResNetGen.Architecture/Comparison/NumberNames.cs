#pragma warning disable CS1591 // each entry describes itself in its text

namespace ResNetGen.Architecture.Comparison;

/// <summary>What the numbers of a comparison and of a lock are called.</summary>
public static class NumberNames
{
    public const string Depth = "depth";
    public const string MainPathLayers = "main path layers";
    public const string Parameters = "parameters";
    public const string Buffers = "buffers";
    public const string StateDictEntries = "state dict entries";
    public const string Macs = "MACs";
    public const string Activations = "activations";
    public const string InferenceMemory = "inference memory";
    public const string TrainingMemory = "training memory";
}
