using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace ResNetGen.Oracle.Tests;

/// <summary>A tensors file, the format that tests/oracle/tensors.py describes, in memory.</summary>
internal sealed class TensorsFile : IDisposable
{
    private const string Magic = "tensors 1";

    private TensorsFile(Dictionary<string, Tensor> tensors) => Tensors = tensors;

    /// <summary>The tensors by key, in the file's order.</summary>
    public Dictionary<string, Tensor> Tensors { get; }

    public Tensor this[string key] => Tensors[key];

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="InvalidDataException">The file is no tensors file, or is shorter or longer than its header says.</exception>
    public static TensorsFile Read(string path)
    {
        using var stream = new BufferedStream(File.OpenRead(path), 1 << 16);
        if (ReadLine(stream) != Magic)
            throw new InvalidDataException($"{path} is no tensors file.");

        var entries = new List<(string Key, ScalarType Type, long[] Shape)>();
        while (ReadLine(stream) is { Length: > 0 } line)
        {
            var fields = line.Split(' ');
            entries.Add((fields[0], TypeOf(fields[1]), ShapeOf(fields[2])));
        }

        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var (key, type, shape) in entries)
        {
            var value = empty(shape, dtype: type);
            stream.ReadExactly(value.bytes);
            tensors.Add(key, value);
        }

        return stream.ReadByte() < 0 ? new TensorsFile(tensors) : throw new InvalidDataException($"{path} is longer than its header says.");
    }

    /// <summary>Writes contiguous tensors on the CPU.</summary>
    public static void Write(string path, IReadOnlyList<(string Key, Tensor Value)> tensors)
    {
        using var stream = File.Create(path);
        var header = new StringBuilder(Magic).Append('\n');
        foreach (var (key, value) in tensors)
        {
            var shape = value.shape.Length == 0 ? "-" : string.Join(',', value.shape);
            header.Append(CultureInfo.InvariantCulture, $"{key} {NameOf(value.dtype)} {shape}\n");
        }

        stream.Write(Encoding.ASCII.GetBytes(header.Append('\n').ToString()));
        foreach (var (_, value) in tensors)
            stream.Write(value.bytes);
    }

    public void Dispose()
    {
        foreach (var tensor in Tensors.Values)
            tensor.Dispose();
    }

    private static ScalarType TypeOf(string name) => name switch
    {
        "f32" => ScalarType.Float32,
        "i64" => ScalarType.Int64,
        _ => throw new InvalidDataException($"A tensors file has no type {name}."),
    };

    private static string NameOf(ScalarType type) => type switch
    {
        ScalarType.Float32 => "f32",
        ScalarType.Int64 => "i64",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A tensors file has no such type."),
    };

    private static long[] ShapeOf(string text) =>
        text == "-" ? [] : [.. text.Split(',').Select(n => long.Parse(n, CultureInfo.InvariantCulture))];

    private static string ReadLine(Stream stream)
    {
        var line = new StringBuilder();
        for (var next = stream.ReadByte(); next != '\n'; next = stream.ReadByte())
        {
            if (next < 0)
                throw new InvalidDataException("The header of a tensors file does not end.");

            line.Append((char)next);
        }

        return line.ToString();
    }
}
