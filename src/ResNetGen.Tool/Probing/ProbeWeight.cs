using System.Buffers.Binary;
using ResNetGen.Architecture;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Probing;

/// <summary>One tensor of the probe's weights, drawn where it is read.</summary>
internal sealed class ProbeWeight(string key, IReadOnlyList<long> shape) : CheckpointTensor(key, ElementType.Float32, shape)
{
    /// <summary>The probe's weights of a network; evaluation needs no count of batches.</summary>
    public static IReadOnlyList<CheckpointTensor> Of(CompiledSpec spec) =>
    [
        .. spec.Analysis.State
            .Where(e => !e.Key.EndsWith("num_batches_tracked", StringComparison.Ordinal))
            .Select(e => new ProbeWeight(e.Key, [.. e.Shape.Select(size => (long)size)])),
    ];

    /// <inheritdoc/>
    protected override void ReadElements(long start, Span<byte> destination)
    {
        var numbers = new float[destination.Length / sizeof(float)];
        ProbeNumbers.Weight(Name, Shape, start, numbers);
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(destination[(i * sizeof(float))..], numbers[i]);
    }
}
