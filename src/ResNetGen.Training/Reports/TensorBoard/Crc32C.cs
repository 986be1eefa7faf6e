using System.Numerics;

namespace ResNetGen.Training.Reports.TensorBoard;

/// <summary>The checksum of a TFRecord: CRC-32C (RFC 3720, appendix B.4), masked as TensorFlow's record writer does.</summary>
internal static class Crc32C
{
    private const uint MaskOffset = 0xA282EAD8;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);

        return ~crc;
    }

    /// <summary>A sum that stands beside what it sums up is turned: else the sum of both would not tell them apart.</summary>
    public static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = Of(bytes);
        return unchecked(BitOperations.RotateRight(crc, 15) + MaskOffset);
    }
}
