using System.IO.Hashing;

namespace ResNetGen.Weights.Writing;

/// <summary>Copies tensors into a stream, part by part.</summary>
internal sealed class ElementStream(Stream stream, IProgress<long>? progress)
{
    // Whole elements of every type fit into it.
    private readonly byte[] _part = new byte[1 << 20];
    private long _written;

    /// <summary>Writes the elements of <paramref name="tensor"/>, and adds them to <paramref name="checksum"/> where there is one.</summary>
    public void Write(CheckpointTensor tensor, Crc32? checksum = null)
    {
        var perPart = _part.Length / tensor.Type.Size();
        for (var start = 0L; start < tensor.Elements; start += perPart)
        {
            var part = _part.AsSpan(0, (int)Math.Min(perPart, tensor.Elements - start) * tensor.Type.Size());
            tensor.Read(start, part);
            checksum?.Append(part);
            stream.Write(part);
            _written += part.Length;
            progress?.Report(_written);
        }
    }
}
