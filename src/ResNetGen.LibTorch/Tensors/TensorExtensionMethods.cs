using System.Globalization;
using System.Text;
using ResNetGen.LibTorch;

namespace TorchSharp;

/// <summary>Conversions of one-element tensors, text, and TorchSharp's file format.</summary>
public static class TensorExtensionMethods
{
    private const int EdgeItems = 3;
    private const int SummaryThreshold = 1000;

    /// <summary>Bytes per element.</summary>
    public static int ElementSize(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool or torch.ScalarType.QInt8 or torch.ScalarType.QUInt8 => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 or torch.ScalarType.QInt32 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of elements."),
    };

    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    public static Half ToHalf(this torch.Tensor value) => value.ToScalar().ToHalf();

    public static sbyte ToSByte(this torch.Tensor value) => value.ToScalar().ToSByte();

    public static byte ToByte(this torch.Tensor value) => value.ToScalar().ToByte();

    public static short ToInt16(this torch.Tensor value) => value.ToScalar().ToInt16();

    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    /// <summary>The number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>Nested brackets, as NumPy writes them; the middle of a large tensor is left out.</summary>
    public static string npstr(this torch.Tensor tensor, string? fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null)
    {
        var text = new StringBuilder();
        using torch.Tensor local = tensor.detach();
        using torch.Tensor plain = local.to(torch.is_floating_point(tensor.dtype) ? torch.ScalarType.Float64 : torch.ScalarType.Int64, torch.CPU);
        using torch.Tensor packed = plain.contiguous();
        var writer = new Writer(text, packed, tensor.dtype, fltFormat ?? "g5", newLine ?? Environment.NewLine, cultureInfo ?? CultureInfo.InvariantCulture);
        writer.Write(0, 0);
        return text.ToString();
    }

    /// <summary>Saves one tensor in TorchSharp's format.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => StateFormat.WriteTensor(writer, tensor);

    public static void Save(this torch.Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        StateFormat.WriteTensor(writer, tensor);
    }

    public static void Save(this torch.Tensor tensor, string location)
    {
        using FileStream stream = File.Create(location);
        tensor.Save(stream);
    }

    /// <summary>Reads one tensor into an existing one, whose type and shape it must have.</summary>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (skip)
        {
            StateFormat.SkipTensor(reader, "tensor");
        }
        else
        {
            StateFormat.ReadTensor(reader, "tensor", tensor);
        }
    }

    private sealed class Writer(StringBuilder text, torch.Tensor packed, torch.ScalarType dtype, string format, string newLine, CultureInfo culture)
    {
        private readonly long[] _shape = packed.shape;
        private readonly bool _summarise = packed.numel() > SummaryThreshold;
        private readonly byte[] _bytes = packed.bytes.ToArray();

        internal long Write(int dimension, long at)
        {
            if (dimension == _shape.Length)
            {
                text.Append(Element((int)at * sizeof(long)));
                return at + 1;
            }

            long inner = _shape[(dimension + 1)..].TotalSize();
            string separator = dimension == _shape.Length - 1 ? ", " : "," + newLine + new string(' ', dimension + 1);
            text.Append('[');
            for (long i = 0; i < _shape[dimension]; i++)
            {
                text.Append(i == 0 ? "" : separator);
                if (_summarise && i == EdgeItems && _shape[dimension] > 2 * EdgeItems)
                {
                    text.Append("...").Append(separator);
                    i = _shape[dimension] - EdgeItems;
                }

                Write(dimension + 1, at + (i * inner));
            }

            text.Append(']');
            return at;
        }

        private string Element(int offset)
        {
            if (torch.is_floating_point(dtype))
            {
                return BitConverter.ToDouble(_bytes, offset).ToString(format, culture);
            }

            long value = BitConverter.ToInt64(_bytes, offset);
            return dtype == torch.ScalarType.Bool ? (value != 0 ? "true" : "false") : value.ToString(culture);
        }
    }
}
