using System.Runtime.InteropServices;

namespace ResNetGen.Weights.Tests.Support;

/// <summary>A tensor whose elements lie in memory.</summary>
internal sealed class ArrayTensor(string name, ElementType type, IReadOnlyList<long> shape, byte[] elements) : CheckpointTensor(name, type, shape)
{
    public static ArrayTensor Of<T>(string name, ElementType type, IReadOnlyList<long> shape, params T[] values)
        where T : unmanaged => new(name, type, shape, MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    public static ArrayTensor Float(string name, params long[] shape) =>
        Of(name, ElementType.Float32, shape, [.. Enumerable.Range(0, (int)Count(shape)!).Select(i => (i / 7f) - 3)]);

    protected override void ReadElements(long start, Span<byte> destination) =>
        elements.AsSpan((int)start * Type.Size(), destination.Length).CopyTo(destination);
}
