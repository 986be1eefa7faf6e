using System.Buffers.Binary;
using ResNetGen.Weights;
using Xunit;

namespace ResNetGen.Tool.Tests.Weights;

/// <summary>Elements of one type as those of another: the nearest, ties to even, as PyTorch rounds.</summary>
public sealed class DtypeConversionTests
{
    [Theory]
    [InlineData(1.0f, 0x3F80)]
    [InlineData(-0.0f, 0x8000)]
    [InlineData(1.00390625f, 0x3F80)] // halfway between 1 and the next: the even one is below
    [InlineData(1.01171875f, 0x3F82)] // halfway, and the even one is above
    [InlineData(1.0039063692f, 0x3F81)] // a little more than halfway
    [InlineData(3.4028235e38f, 0x7F80)] // too large
    [InlineData(float.NegativeInfinity, 0xFF80)]
    [InlineData(float.NaN, 0x7FC0)]
    [InlineData(1e-45f, 0x0000)]
    [InlineData(9.1835e-41f, 0x0001)] // the smallest there is
    public void Float32_goes_to_bfloat16(float value, int bits) =>
        Assert.Equal(bits, BinaryPrimitives.ReadUInt16LittleEndian(Converted(ElementType.Float32, BitConverter.GetBytes(value), ElementType.BFloat16)));

    [Theory]
    [InlineData(1.0f, 0x3C00)]
    [InlineData(65519.99f, 0x7BFF)]
    [InlineData(65520.0f, 0x7C00)]
    [InlineData(5.9604645e-8f, 0x0001)]
    [InlineData(2.9802322e-8f, 0x0000)]
    [InlineData(1.00048828125f, 0x3C00)]
    [InlineData(1.00146484375f, 0x3C02)]
    public void Float32_goes_to_float16(float value, int bits) =>
        Assert.Equal(bits, BinaryPrimitives.ReadUInt16LittleEndian(Converted(ElementType.Float32, BitConverter.GetBytes(value), ElementType.Float16)));

    [Theory]
    [InlineData(ElementType.Float16)]
    [InlineData(ElementType.BFloat16)]
    public void Every_pattern_of_16_bits_comes_back_from_32_and_64(ElementType type)
    {
        var all = new byte[2 * 65536];
        for (var i = 0; i < 65536; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(all.AsSpan(2 * i), (ushort)i);

        foreach (var wide in (ElementType[])[ElementType.Float32, ElementType.Float64])
        {
            var back = Converted(wide, Converted(type, all, wide), type);
            for (var i = 0; i < 65536; i++)
            {
                var (before, after) = (BinaryPrimitives.ReadUInt16LittleEndian(all.AsSpan(2 * i)), BinaryPrimitives.ReadUInt16LittleEndian(back.AsSpan(2 * i)));
                Assert.True(before == after || (IsNaN(before, type) && IsNaN(after, type)), $"{before:X4} becomes {after:X4} by way of {wide}");
            }
        }
    }

    [Fact]
    public void Integers_stay_and_parts_are_those_of_the_whole()
    {
        var counter = new Bytes(ElementType.Int64, BitConverter.GetBytes(5L));
        var numbers = new Bytes(ElementType.Float32, [.. Enumerable.Range(0, 200_000).SelectMany(i => BitConverter.GetBytes(i / 7f))]);

        var converted = DtypeConversion.Convert([counter, numbers], ElementType.Float16);

        Assert.Same(counter, converted[0]);
        Assert.Equal((ElementType.Float16, 400_000L), (converted[1].Type, converted[1].ByteLength));
        var (whole, part) = (new byte[400_000], new byte[200]);
        converted[1].Read(0, whole);
        converted[1].Read(123_456, part);
        Assert.Equal(whole[246_912..247_112], part);
        Assert.Throws<ArgumentException>(() => DtypeConversion.Convert([counter], ElementType.Int32));
    }

    private static bool IsNaN(ushort bits, ElementType type) => type == ElementType.Float16
        ? Half.IsNaN(BitConverter.UInt16BitsToHalf(bits))
        : (bits & 0x7F80) == 0x7F80 && (bits & 0x7F) != 0;

    private static byte[] Converted(ElementType from, byte[] bytes, ElementType to)
    {
        var converted = DtypeConversion.Convert([new Bytes(from, bytes)], to)[0];
        var result = new byte[converted.ByteLength];
        converted.Read(0, result);
        return result;
    }

    private sealed class Bytes(ElementType type, byte[] bytes) : CheckpointTensor("x", type, [bytes.Length / type.Size()])
    {
        protected override void ReadElements(long start, Span<byte> destination) =>
            bytes.AsSpan((int)start * Type.Size(), destination.Length).CopyTo(destination);
    }
}
