using System.Text;

namespace ResNetGen.Weights.Tests.Building;

/// <summary>Whole files, good ones with parts to change.</summary>
internal static class Checkpoints
{
    /// <summary>Six floats, 0 to 5.</summary>
    public static byte[] SixFloats => [.. Enumerable.Range(0, 6).SelectMany(i => BitConverter.GetBytes((float)i))];

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A state dict of one good tensor and of what is given.</summary>
    public static byte[] StateDict(params ReadOnlySpan<(string Key, Action<PickleAssembler> Value)> more) =>
        new PickleAssembler().OrderedDict().Items([("weight", a => a.Tensor(TensorPart.Good)), .. more]).Stop();

    /// <summary>The archive of a pickle, with one storage of six floats.</summary>
    public static byte[] Archive(byte[] pickle) => new ZipBuilder().Build(Parts(pickle));

    public static ZipPart[] Parts(byte[] pickle) =>
    [
        new("archive/data.pkl", pickle) { Descriptor = true },
        new("archive/byteorder", "little"u8.ToArray()) { Descriptor = true },
        new("archive/data/0", SixFloats) { Descriptor = true },
        new("archive/version", "3\n"u8.ToArray()) { Descriptor = true },
    ];

    /// <summary>The archive of a good pickle, with a part changed or added.</summary>
    public static byte[] Archive(string name, Func<ZipPart, ZipPart> change) =>
        new ZipBuilder().Build([.. Parts(StateDict()).Select(p => string.Equals(p.Name, name, StringComparison.Ordinal) ? change(p) : p)]);

    public static byte[] ArchiveWith(params ReadOnlySpan<ZipPart> more) => new ZipBuilder().Build([.. Parts(StateDict()), .. more]);

    public static byte[] SafeTensors(string header, int bytes) => SafeTensors(Utf8(header), new byte[bytes]);

    public static byte[] SafeTensors(byte[] header, byte[] elements) => [.. BitConverter.GetBytes((long)header.Length), .. header, .. elements];

    /// <summary>A number as TorchSharp writes it.</summary>
    public static byte[] Leb(long value)
    {
        var bytes = new List<byte>();
        for (var left = (ulong)value; ; left >>= 7)
        {
            if (left < 0x80)
                return [.. bytes, (byte)left];
            bytes.Add((byte)(left | 0x80));
        }
    }

    public static byte[] DatEntry(string name, long type, long[] shape, byte[] elements) =>
        [.. Leb(Utf8(name).Length), .. Utf8(name), .. Leb(type), .. Leb(shape.Length), .. shape.SelectMany(Leb), .. elements];
}
