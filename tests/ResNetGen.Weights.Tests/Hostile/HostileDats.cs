using static ResNetGen.Weights.Tests.Building.Checkpoints;

namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>Files of TorchSharp's format that lie.</summary>
internal static class HostileDats
{
    private static readonly byte[] Good = DatEntry("weight", 6, [2, 3], SixFloats);

    public static IEnumerable<HostileFile> All()
    {
        yield return File("count-too-large", [.. Leb(3), .. Good], "the file ends at byte");
        yield return File("count-of-2-to-62", [.. Leb(1L << 62), .. Good], "the file ends at byte");
        yield return File("count-too-small", [.. Leb(1), .. Good, .. Good], "bytes follow the last of 1 tensors");
        yield return File("bytes-behind", [.. Leb(1), .. Good, 0], "1 bytes follow the last of 1 tensors");
        yield return File("count-zero-and-more", [0, .. Good], "bytes follow the last of 0 tensors");
        yield return File("count-endless", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, .. Good], "the number of tensors has more than 63 bits");
        yield return File("count-padded", [0x81, 0x80, 0x00, .. Good], "is written with more bytes than it needs");
        yield return File("name-twice", [.. Leb(2), .. Good, .. Good], "there are two tensors 'weight'");
        yield return File("name-empty", [.. Leb(2), .. Good, .. DatEntry("", 6, [0], [])], "name 1 has 0 bytes");
        yield return File("name-too-long", [.. Leb(2), .. Good, .. DatEntry(new string('a', 5000), 6, [0], [])], "name 1 has 5000 bytes");
        yield return File("name-of-2-to-31", [.. Leb(2), .. Good, .. Leb(int.MaxValue), 65], "name 1 has 2147483647 bytes");
        yield return File("name-no-utf8", [.. Leb(2), .. Good, 2, 0xc3, 0x28, 6, 1, 0], "is no valid UTF-8");
        yield return File("type-unknown", [.. Leb(2), .. Good, .. DatEntry("b", 99, [0], [])], "tensor 'b' is of type 99");
        yield return File("type-negative", [.. Leb(2), .. Good, .. DatEntry("b", -1, [0], [])], "the type of 'b' has more than 63 bits");
        foreach (var (number, name) in new[] { (8, "ComplexFloat16"), (9, "ComplexFloat32"), (10, "ComplexFloat64"), (12, "QInt8"), (13, "QUInt8"), (14, "QInt32") })
            yield return File($"type-{name}", [.. Leb(2), .. Good, .. DatEntry("b", number, [1], new byte[16])], $"tensor 'b' is of type {name}");

        yield return File("rank-too-large", [.. Leb(2), .. Good, .. DatEntry("b", 6, [.. new long[65]], [])], "has 65 dimensions; at most 64");
        yield return File("rank-of-2-to-40", [.. Leb(2), .. Good, 1, (byte)'b', 6, .. Leb(1L << 40)], "has 1099511627776 dimensions");
        yield return File("size-too-large", [.. Leb(2), .. Good, .. DatEntry("b", 6, [7], SixFloats)], "tensor 'b' of float32 [7] does not fit into the 24 bytes");
        yield return File("size-of-2-to-62", [.. Leb(2), .. Good, .. DatEntry("b", 6, [1L << 62], SixFloats)], "does not fit into the 24 bytes");
        yield return File("size-overflows", [.. Leb(2), .. Good, .. DatEntry("b", 6, [1L << 32, 1L << 32], SixFloats)], "does not fit into the 24 bytes");
        yield return File("size-negative", [.. Leb(2), .. Good, .. DatEntry("b", 6, [-1], SixFloats)], "size 0 of 'b' has more than 63 bits");
        yield return File("bytes-overflow", [.. Leb(2), .. Good, .. DatEntry("b", 7, [1L << 61], SixFloats)], "does not fit into the 24 bytes");
        yield return File("bool-of-255", [.. Leb(1), .. DatEntry("mask", 11, [3], [0, 1, 255])], "tensor 'mask': element 2 is the byte 255");
        yield return File("archive-behind", [.. Leb(1), .. Good, .. Archive(StateDict())], "bytes follow the last of 1 tensors");
    }

    private static HostileFile File(string name, byte[] bytes, string expected) => new($"dat-{name}.dat", bytes, expected);
}
