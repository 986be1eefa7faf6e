using System.Collections.ObjectModel;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.TorchSharp;

/// <summary>
/// TorchSharp's own format: a count; for each tensor its name, type, rank, sizes and elements. It says of itself nowhere what
/// it is, so that every byte has to make sense, and the file has to end with the last tensor.
/// </summary>
internal static class TorchSharpReader
{
    // A count, a name, and 66 numbers of at most nine bytes.
    private const int MaxHeader = EntryHeader.MaxNameBytes + (9 * (EntryHeader.MaxRank + 4));
    private const string Prefix = "the file begins like no other format and is read as TorchSharp's: ";

    /// <summary>Describes the tensors of the file.</summary>
    /// <exception cref="CheckpointException">The file is refused.</exception>
    public static CheckpointContents Read(FileBytes file)
    {
        try
        {
            return new CheckpointContents(CheckpointFormat.TorchSharp, Tensors(file), ReadOnlyDictionary<string, string>.Empty);
        }
        catch (CheckpointException e)
        {
            throw new CheckpointException(Prefix + e.Message, e);
        }
    }

    private static List<CheckpointTensor> Tensors(FileBytes file)
    {
        var tensors = new List<CheckpointTensor>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var buffer = new byte[(int)Math.Min(MaxHeader, file.Length)];
        var bytes = Header(file, buffer, 0);
        var count = bytes.Number("the number of tensors");
        var offset = bytes.Offset;
        for (var index = 0L; index < count; index++)
        {
            bytes = Header(file, buffer, offset);
            var (name, type, shape) = EntryHeader.Read(ref bytes, index);
            if (!names.Add(name))
                throw new CheckpointException($"byte {offset}: there are two tensors {Quoted.Name(name)}");

            var elements = CheckpointTensor.Count(shape);
            if (elements is not { } known || known > (file.Length - bytes.Offset) / type.Size())
            {
                throw new CheckpointException(
                    $"byte {bytes.Offset}: tensor {Quoted.Name(name)} of {type.Name()} [{string.Join(", ", shape)}] does not fit into the {file.Length - bytes.Offset} bytes that follow");
            }

            tensors.Add(new FileTensor(name, type, shape, file, bytes.Offset));
            offset = bytes.Offset + (known * type.Size());
        }

        return offset == file.Length
            ? tensors
            : throw new CheckpointException($"byte {offset}: {file.Length - offset} bytes follow the last of {count} tensors");
    }

    private static HeaderBytes Header(FileBytes file, byte[] buffer, long offset)
    {
        var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, file.Length - offset));
        file.Read(offset, part);
        return new HeaderBytes(part, offset);
    }
}
