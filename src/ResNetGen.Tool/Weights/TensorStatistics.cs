using System.Buffers.Binary;
using System.Globalization;
using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Weights;

/// <summary>What the elements of a tensor are like; those that are not finite count apart.</summary>
/// <param name="Minimum">The smallest; null where there is none.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation (of the elements, not of a sample).</param>
/// <param name="NotANumber">How many are NaN.</param>
/// <param name="Infinite">How many are infinite.</param>
internal sealed record TensorStatistics(double? Minimum, double? Maximum, double? Mean, double? Deviation, long NotANumber, long Infinite)
{
    // Elements that are read at once.
    private const int Chunk = 1 << 16;

    public static readonly string[] Columns = ["#minimum", "#maximum", "#mean", "#deviation", "#NaN", "#infinite"];

    public static readonly string[] None = ["-", "-", "-", "-", "-", "-"];

    /// <summary>Reads a tensor piece by piece.</summary>
    public static TensorStatistics Of(CheckpointTensor tensor)
    {
        var size = tensor.Type.Size();
        var bytes = new byte[Math.Min(Chunk, tensor.Elements) * size];
        var (minimum, maximum, mean, squares) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, 0.0);
        long count = 0, notANumber = 0, infinite = 0;
        for (var start = 0L; start < tensor.Elements; start += Chunk)
        {
            Interruption.Token.ThrowIfCancellationRequested();
            var piece = bytes.AsSpan(0, (int)Math.Min(Chunk, tensor.Elements - start) * size);
            tensor.Read(start, piece);
            for (var at = 0; at < piece.Length; at += size)
            {
                var value = Value(piece[at..], tensor.Type);
                if (!double.IsFinite(value))
                {
                    notANumber += double.IsNaN(value) ? 1 : 0;
                    infinite += double.IsInfinity(value) ? 1 : 0;
                    continue;
                }

                // Welford's update: no difference of large sums.
                var off = value - mean;
                mean += off / ++count;
                squares += off * (value - mean);
                (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
            }
        }

        return count == 0
            ? new(null, null, null, null, notANumber, infinite)
            : new(minimum, maximum, Json.Finite(mean), Json.Finite(Math.Sqrt(squares / count)), notANumber, infinite);
    }

    public string[] Cells(Format format) =>
        [Text(Minimum), Text(Maximum), Text(Mean), Text(Deviation), Numbers.Of(NotANumber, format), Numbers.Of(Infinite, format)];

    private static string Text(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "-";

    private static double Value(ReadOnlySpan<byte> bytes, ElementType type) => type switch
    {
        ElementType.UInt8 or ElementType.Bool => bytes[0],
        ElementType.Int8 => (sbyte)bytes[0],
        ElementType.Int16 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        ElementType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        ElementType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        ElementType.Float16 => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        ElementType.BFloat16 => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(bytes) << 16),
        ElementType.Float32 => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        ElementType.Float64 => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of element."),
    };
}
