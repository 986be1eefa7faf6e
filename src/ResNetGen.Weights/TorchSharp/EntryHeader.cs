using System.Text;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.TorchSharp;

/// <summary>What stands before a tensor's elements in TorchSharp's format.</summary>
internal readonly record struct EntryHeader(string Name, ElementType Type, IReadOnlyList<long> Shape)
{
    public const int MaxNameBytes = 4096;
    public const int MaxRank = 64;

    // ScalarType's numbers, by their names.
    private static readonly string[] Names =
    [
        "Byte", "Int8", "Int16", "Int32", "Int64", "Float16", "Float32", "Float64", "ComplexFloat16", "ComplexFloat32", "ComplexFloat64", "Bool",
        "QInt8", "QUInt8", "QInt32", "BFloat16",
    ];

    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>Returns whether a file that begins so holds a count and a tensor, or a count of none.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> start)
    {
        try
        {
            var bytes = new HeaderBytes(start);
            var count = bytes.Number("the number of tensors");
            if (count == 0)
                return start.Length == 1;

            return Read(ref bytes, 0).Name.All(c => c is > ' ' and < '\u007f');
        }
        catch (CheckpointException)
        {
            return false;
        }
    }

    /// <summary>Reads the header of a tensor.</summary>
    /// <exception cref="CheckpointException">The bytes are no such header.</exception>
    public static EntryHeader Read(ref HeaderBytes bytes, long index)
    {
        var length = bytes.Number($"the length of name {index}");
        if (length is 0 or > MaxNameBytes)
            throw new CheckpointException($"byte {bytes.Offset}: name {index} has {length} bytes; 1 to {MaxNameBytes} are read");

        var name = Text(bytes.Take((int)length, $"name {index}"), bytes.Offset);
        var type = bytes.Number($"the type of {Quoted.Name(name)}");
        var rank = bytes.Number($"the rank of {Quoted.Name(name)}");
        var known = TypeNumbers.TypeOf(type) ?? throw new CheckpointException(
            $"byte {bytes.Offset}: tensor {Quoted.Name(name)} is of type {(type < Names.Length ? Names[(int)type] : type.ToString(System.Globalization.CultureInfo.InvariantCulture))}, which is not read");
        if (rank > MaxRank)
            throw new CheckpointException($"byte {bytes.Offset}: tensor {Quoted.Name(name)} has {rank} dimensions; at most {MaxRank} are read");

        var shape = new long[rank];
        for (var axis = 0; axis < shape.Length; axis++)
            shape[axis] = bytes.Number($"size {axis} of {Quoted.Name(name)}");

        return new EntryHeader(name, known, shape);
    }

    private static string Text(ReadOnlySpan<byte> utf8, long end)
    {
        try
        {
            return Utf8.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            throw new CheckpointException($"byte {end - utf8.Length}: the name of a tensor is no valid UTF-8", e);
        }
    }
}
