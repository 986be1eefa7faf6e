using System.Buffers.Binary;
using System.Text;

namespace ResNetGen.Training.Tests.Reports;

/// <summary>Reads event files by their published format, with a checksum of its own (bit by bit): nothing is shared with the writer.</summary>
internal static class EventReader
{
    /// <summary>What an event says.</summary>
    public sealed record Told(double WallTime, long Step, string? Version, long? Session, IReadOnlyDictionary<string, float> Scalars, IReadOnlyDictionary<string, string> Texts);

    public static IReadOnlyList<Told> Read(string path)
    {
        var told = new List<Told>();
        var bytes = File.ReadAllBytes(path).AsSpan();
        while (bytes.Length > 0)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            Assert.Equal(Masked(bytes[..8]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]));
            var content = bytes.Slice(12, length);
            Assert.Equal(Masked(content), BinaryPrimitives.ReadUInt32LittleEndian(bytes[(12 + length)..]));
            told.Add(Event(content.ToArray()));
            bytes = bytes[(16 + length)..];
        }

        return told;
    }

    private static Told Event(byte[] message)
    {
        var fields = Fields(message);
        var scalars = new Dictionary<string, float>(StringComparer.Ordinal);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var summary in fields.Where(f => f.Number == 5))
        {
            foreach (var value in Fields(summary.Bytes).Where(f => f.Number == 1).Select(v => Fields(v.Bytes)))
            {
                var tag = Text(value.Single(f => f.Number == 1));
                if (value.FirstOrDefault(f => f.Number == 2) is { } number)
                    scalars.Add(tag, BinaryPrimitives.ReadSingleLittleEndian(number.Bytes));
                else
                    texts.Add(tag, TensorText(value));
            }
        }

        return new Told(
            BinaryPrimitives.ReadDoubleLittleEndian(fields.Single(f => f.Number == 1).Bytes),
            fields.SingleOrDefault(f => f.Number == 2)?.Value ?? 0,
            fields.SingleOrDefault(f => f.Number == 3) is { } version ? Text(version) : null,
            fields.SingleOrDefault(f => f.Number == 7) is { } session ? Fields(session.Bytes).Single(f => f.Number == 1).Value : null,
            scalars,
            texts);
    }

    // The text plugin takes a tensor of strings of shape [1].
    private static string TensorText(List<Field> value)
    {
        var tensor = Fields(value.Single(f => f.Number == 8).Bytes);
        Assert.Equal(7, tensor.Single(f => f.Number == 1).Value);
        var dimension = Fields(Fields(tensor.Single(f => f.Number == 2).Bytes).Single(f => f.Number == 2).Bytes);
        Assert.Equal(1, dimension.Single(f => f.Number == 1).Value);
        var plugin = Fields(Fields(value.Single(f => f.Number == 9).Bytes).Single(f => f.Number == 1).Bytes);
        Assert.Equal("text", Text(plugin.Single(f => f.Number == 1)));
        return Text(tensor.Single(f => f.Number == 8));
    }

    private static string Text(Field field) => Encoding.UTF8.GetString(field.Bytes);

    private static List<Field> Fields(byte[] message)
    {
        var fields = new List<Field>();
        for (var at = 0; at < message.Length;)
        {
            var key = Number(message, ref at);
            var length = (key & 7) switch { 1 => 8, 5 => 4, 2 => (int)Number(message, ref at), 0 => 0, _ => throw new InvalidDataException("no such type of field") };
            var value = (key & 7) == 0 ? Number(message, ref at) : 0;
            fields.Add(new Field((int)(key >> 3), value, message[at..(at + length)]));
            at += length;
        }

        return fields;
    }

    private static long Number(byte[] message, ref int at)
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = message[at++];
            value |= (long)(b & 0x7F) << shift;
            if (b < 0x80)
                return value;
        }
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0x82F63B78);
        }

        crc = ~crc;
        return unchecked(((crc >> 15) | (crc << 17)) + 0xA282EAD8);
    }

    private sealed record Field(int Number, long Value, byte[] Bytes);
}
