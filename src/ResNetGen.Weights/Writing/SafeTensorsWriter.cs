using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using ResNetGen.Weights.SafeTensors;

namespace ResNetGen.Weights.Writing;

/// <summary>safetensors: the header's length, a JSON header, the elements. Source: the format's own description, version 0.4.</summary>
internal static class SafeTensorsWriter
{
    private const string MetadataKey = "__metadata__";
    private const int Alignment = 8;

    public static void Write(
        Stream stream, ElementStream elements, List<CheckpointTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        if (tensors.Exists(t => t.Name == MetadataKey))
            throw new ArgumentException($"No tensor of a safetensors file can be called '{MetadataKey}'.", nameof(tensors));

        // Larger elements first: each tensor then begins at a multiple of its element's size, which readers that map files need.
        var laid = tensors.OrderByDescending(t => t.Type.Size()).ToList();
        var begins = new Dictionary<CheckpointTensor, long>();
        var end = 0L;
        foreach (var tensor in laid)
        {
            begins.Add(tensor, end);
            end = checked(end + tensor.ByteLength);
        }

        var header = Header(tensors, begins, metadata);
        Span<byte> length = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        stream.Write(length);
        stream.Write(header);
        foreach (var tensor in laid)
            elements.Write(tensor);
    }

    private static byte[] Header(
        List<CheckpointTensor> tensors, Dictionary<CheckpointTensor, long> begins, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartObject(MetadataKey);
            // Readers of PyTorch's world ask for it.
            json.WriteString("format", "pt");
            foreach (var (key, value) in (metadata ?? new Dictionary<string, string>(StringComparer.Ordinal)).Where(e => e.Key != "format").OrderBy(e => e.Key, StringComparer.Ordinal))
                json.WriteString(key, value);

            json.WriteEndObject();
            foreach (var tensor in tensors)
                Entry(json, tensor, begins[tensor]);

            json.WriteEndObject();
        }

        while (buffer.WrittenCount % Alignment != 0)
            buffer.Write(" "u8);

        return buffer.WrittenSpan.ToArray();
    }

    private static void Entry(Utf8JsonWriter json, CheckpointTensor tensor, long begin)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype", DtypeWords.Of(tensor.Type));
        json.WriteStartArray("shape");
        foreach (var size in tensor.Shape)
            json.WriteNumberValue(size);

        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + tensor.ByteLength);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
