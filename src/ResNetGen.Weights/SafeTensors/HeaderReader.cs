using System.Text.Json;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.SafeTensors;

/// <summary>Reads the JSON of a safetensors header, and nothing that the format does not have.</summary>
internal sealed class HeaderReader
{
    private const int MaxRank = 64;
    private const int MaxTensors = 1_000_000;
    private readonly List<TensorRange> _tensors = [];
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<TensorRange> Tensors => _tensors;

    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>Reads the whole header.</summary>
    /// <exception cref="CheckpointException">The header says what it must not.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public void Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 4 });
        Expect(ref reader, JsonTokenType.StartObject, "the header");
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader);
            if (!_names.Add(name))
                throw Wrong(ref reader, $"{Quoted.Name(name)} is there twice");

            if (string.Equals(name, "__metadata__", StringComparison.Ordinal))
                ReadMetadata(ref reader);
            else
                ReadTensor(ref reader, name);
        }

        // Only blanks may follow, which pad the header; the reader refuses anything else.
        while (reader.Read())
        {
        }
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, "__metadata__");
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader);
            Expect(ref reader, JsonTokenType.String, $"__metadata__ {Quoted.Name(key)}");
            if (!_metadata.TryAdd(key, Text(ref reader)))
                throw Wrong(ref reader, $"__metadata__ has {Quoted.Name(key)} twice");
        }
    }

    private void ReadTensor(ref Utf8JsonReader reader, string name)
    {
        ElementType? type = null;
        List<long>? shape = null, range = null;
        var tensor = $"tensor {Quoted.Name(name)}";
        if (_tensors.Count == MaxTensors)
            throw Wrong(ref reader, $"there are more than {MaxTensors} tensors");

        Expect(ref reader, JsonTokenType.StartObject, tensor);
        while (Next(ref reader) == JsonTokenType.PropertyName)
        {
            var key = Text(ref reader);
            var first = key switch
            {
                "dtype" => type is null,
                "shape" => shape is null,
                "data_offsets" => range is null,
                _ => throw Wrong(ref reader, $"{tensor} has {Quoted.Name(key)}, which the format does not know"),
            };
            if (!first)
                throw Wrong(ref reader, $"{tensor} has {Quoted.Name(key)} twice");

            if (key[0] == 'd' && key[1] == 't')
                type = DataType(ref reader, tensor);
            else if (key[0] == 's')
                shape = Numbers(ref reader, $"the shape of {tensor}");
            else
                range = Numbers(ref reader, $"data_offsets of {tensor}");
        }

        if (type is not { } known || shape is null || range is null)
            throw Wrong(ref reader, $"{tensor} lacks {(type is null ? "dtype" : shape is null ? "shape" : "data_offsets")}");

        _tensors.Add(Checked(ref reader, name, known, shape, range));
    }

    private static TensorRange Checked(ref Utf8JsonReader reader, string name, ElementType type, List<long> shape, List<long> range)
    {
        var tensor = $"tensor {Quoted.Name(name)}";
        if (range.Count != 2 || range[0] > range[1])
            throw Wrong(ref reader, $"data_offsets of {tensor} are [{string.Join(", ", range)}], no begin and end");
        if (CheckpointTensor.Count(shape) is not { } elements || elements > long.MaxValue / type.Size())
            throw Wrong(ref reader, $"{tensor} has shape [{string.Join(", ", shape)}], more than a file can hold");
        if (elements * type.Size() != range[1] - range[0])
        {
            throw Wrong(
                ref reader,
                $"{tensor} of {type.Name()} [{string.Join(", ", shape)}] takes {elements * type.Size()} bytes, and data_offsets give it {range[1] - range[0]}");
        }

        return new TensorRange(name, type, shape, range[0], range[1]);
    }

    private static ElementType DataType(ref Utf8JsonReader reader, string tensor)
    {
        Expect(ref reader, JsonTokenType.String, $"dtype of {tensor}");
        var name = Text(ref reader);
        return DtypeWords.TypeOf(name) ?? throw Wrong(ref reader, $"{tensor} is of dtype {Quoted.Name(name)}, which is not read");
    }

    private static List<long> Numbers(ref Utf8JsonReader reader, string what)
    {
        Expect(ref reader, JsonTokenType.StartArray, what);
        var numbers = new List<long>();
        while (Next(ref reader) != JsonTokenType.EndArray)
        {
            // 1.0, 1e3 and -0 are numbers of JSON and no counts.
            if (reader.TokenType != JsonTokenType.Number || reader.ValueSpan.ContainsAnyExceptInRange((byte)'0', (byte)'9') || !reader.TryGetInt64(out var number))
                throw Wrong(ref reader, $"{what} holds something that is no whole number from 0 to {long.MaxValue}");
            if (numbers.Count == MaxRank)
                throw Wrong(ref reader, $"{what} has more than {MaxRank} numbers");

            numbers.Add(number);
        }

        return numbers;
    }

    private static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (Next(ref reader) != type)
            throw Wrong(ref reader, $"{what} is {reader.TokenType}, not {type}");
    }

    private static JsonTokenType Next(ref Utf8JsonReader reader) => reader.Read() ? reader.TokenType : JsonTokenType.None;

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new CheckpointException($"byte {8 + reader.TokenStartIndex}: a text of the safetensors header is no valid Unicode", e);
        }
    }

    private static CheckpointException Wrong(ref Utf8JsonReader reader, string what) =>
        new($"byte {8 + reader.TokenStartIndex}: {what}");
}
