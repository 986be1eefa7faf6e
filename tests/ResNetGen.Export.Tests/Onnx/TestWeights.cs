using System.Buffers.Binary;
using ResNetGen.Architecture;
using ResNetGen.Weights;

namespace ResNetGen.Export.Tests.Onnx;

/// <summary>Weights that follow from their keys and places.</summary>
internal static class TestWeights
{
    /// <summary>The state dict of a network.</summary>
    public static List<CheckpointTensor> Of(CompiledSpec spec, ElementType type = ElementType.Float32) =>
        [.. spec.Analysis.State.Select(e => e.Shape.Count == 0
            ? (CheckpointTensor)new Drawn(e.Key, ElementType.Int64, [])
            : new Drawn(e.Key, type, [.. e.Shape.Select(s => (long)s)]))];

    /// <summary>Element <paramref name="index"/> of the tensor of a key: a number that every type holds; a variance is positive.</summary>
    public static float Value(string key, long index)
    {
        var steps = ((index * 7) + key.Length) % 61;
        return key.EndsWith("running_var", StringComparison.Ordinal) ? 0.5f + (steps / 64f) : (steps - 30) / 64f;
    }

    /// <summary>A tensor that is never stored.</summary>
    public sealed class Drawn(string name, ElementType type, IReadOnlyList<long> shape) : CheckpointTensor(name, type, shape)
    {
        /// <summary>Elements that have been read.</summary>
        public long ReadCount { get; private set; }

        /// <summary>What reading fails with, or null.</summary>
        public Exception? Failure { get; init; }

        protected override void ReadElements(long start, Span<byte> destination)
        {
            if (Failure is not null)
                throw Failure;

            var size = Type.Size();
            ReadCount += destination.Length / size;
            for (var i = 0; i < destination.Length / size; i++)
            {
                var value = Value(Name, start + i);
                var bytes = destination[(i * size)..];
                switch (Type)
                {
                    case ElementType.Float16: BinaryPrimitives.WriteHalfLittleEndian(bytes, (Half)value); break;
                    case ElementType.BFloat16: BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)(BitConverter.SingleToInt32Bits(value) >> 16)); break;
                    case ElementType.Float32: BinaryPrimitives.WriteSingleLittleEndian(bytes, value); break;
                    case ElementType.Float64: BinaryPrimitives.WriteDoubleLittleEndian(bytes, value); break;
                    default: throw new InvalidOperationException($"nobody should read {Name}");
                }
            }
        }
    }
}
