using System.Buffers.Binary;
using System.Text.Json;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.SafeTensors;

/// <summary>safetensors: the length of a JSON header, the header, and the elements, which have to fill the rest without a gap.</summary>
internal static class SafeTensorsReader
{
    // The reference implementation's limit.
    private const long MaxHeader = 100_000_000;

    /// <summary>Describes the tensors of the file.</summary>
    /// <exception cref="CheckpointException">The file is refused.</exception>
    public static CheckpointContents Read(FileBytes file)
    {
        if (file.Length < 8)
            throw new CheckpointException($"the file has {file.Length} bytes, too few for the length of a safetensors header");

        Span<byte> prefix = stackalloc byte[8];
        file.Read(0, prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MaxHeader)
            throw new CheckpointException($"the safetensors header would have {length} bytes; at most {MaxHeader} are read");
        if (length > (ulong)file.Length - 8)
            throw new CheckpointException($"the safetensors header would have {length} bytes, and the file has {file.Length - 8} after its length");

        var begin = 8 + (long)length;
        var header = Header(file.Read(8, (int)length));
        CheckRanges(header.Tensors, file.Length - begin);
        return new CheckpointContents(
            CheckpointFormat.SafeTensors,
            [.. header.Tensors.Select(t => new FileTensor(t.Name, t.Type, t.Shape, file, begin + t.Begin))],
            header.Metadata);
    }

    private static HeaderReader Header(byte[] json)
    {
        if (json.Length == 0 || json[0] != '{')
            throw new CheckpointException("byte 8: the safetensors header does not begin with {");
        if (!System.Text.Unicode.Utf8.IsValid(json))
            throw new CheckpointException("the safetensors header is no valid UTF-8");

        var header = new HeaderReader();
        try
        {
            header.Read(json);
        }
        catch (JsonException e)
        {
            // The reader's own message quotes the file.
            throw new CheckpointException($"the safetensors header is no valid JSON at its line {e.LineNumber + 1}, byte {e.BytePositionInLine}", e);
        }

        return header;
    }

    private static void CheckRanges(IReadOnlyList<TensorRange> tensors, long buffer)
    {
        var end = 0L;
        TensorRange? before = null;
        foreach (var tensor in tensors.OrderBy(t => t.Begin).ThenBy(t => t.End))
        {
            if (tensor.End > buffer)
                throw new CheckpointException($"tensor {Quoted.Name(tensor.Name)} ends at byte {tensor.End} of the elements, and the file has {buffer}");
            if (tensor.Begin < end)
                throw new CheckpointException($"tensors {Quoted.Name(before!.Name)} and {Quoted.Name(tensor.Name)} overlap at byte {tensor.Begin} of the elements");
            if (tensor.Begin > end)
                throw new CheckpointException($"bytes {end} to {tensor.Begin} of the elements belong to no tensor, before {Quoted.Name(tensor.Name)}");

            (end, before) = (tensor.End, tensor);
        }

        if (end != buffer)
            throw new CheckpointException($"{buffer - end} bytes follow the last tensor");
    }
}
