using System.Globalization;
using Google.Protobuf;
using ResNetGen.Export.Onnx.Graphs;
using ResNetGen.Export.Onnx.Schema;
using ResNetGen.Export.Onnx.Weights;

namespace ResNetGen.Export.Onnx.Files;

/// <summary>
/// Writes a model with its tensors streamed. Protocol Buffers' own writer wants every tensor in memory, and their message twice;
/// but a message's fields may be written one behind the other, and every length is known before a number is read.
/// </summary>
internal sealed class ModelFile
{
    private const int GraphField = 7;
    private const int InitializerField = 5;
    private const int RawDataField = 9;

    private readonly ModelProto _before;
    private readonly ModelProto _after;
    private readonly GraphProto _nodes;
    private readonly GraphProto _ends;
    private readonly List<(Initializer Initializer, TensorProto Head)> _tensors;
    private readonly long _graphLength;

    /// <summary>Works out the file of <paramref name="model"/>, which has no graph, and <paramref name="graph"/>.</summary>
    /// <exception cref="NotSupportedException">It would pass 2 GiB.</exception>
    public ModelFile(ModelProto model, Graph graph)
    {
        (_before, _after) = Parts(model);
        _nodes = new GraphProto { Name = graph.Name };
        _nodes.Node.AddRange(graph.Nodes);
        _ends = new GraphProto();
        _ends.Input.AddRange(graph.Inputs);
        _ends.Output.AddRange(graph.Outputs);

        _tensors = graph.Initializers.ConvertAll(i => (i, HeadOf(i)));
        _graphLength = (long)_nodes.CalculateSize() + _ends.CalculateSize()
            + _tensors.Sum(t => Delimited(InitializerField, LengthOf(t.Head, t.Initializer)));
        var length = _before.CalculateSize() + Delimited(GraphField, _graphLength) + _after.CalculateSize();
        if (length > int.MaxValue)
        {
            throw new NotSupportedException(string.Format(
                CultureInfo.InvariantCulture, "{0} as an ONNX file would have {1:0.0} GiB; the format holds less than 2.", graph.Name, length / (double)(1 << 30)));
        }
    }

    /// <summary>Writes the file: whole, or not at all.</summary>
    public void Write(string path) => AtomicFile.Write(path, file =>
    {
        _before.WriteTo(file);
        Begin(file, GraphField, _graphLength);
        _nodes.WriteTo(file);
        foreach (var (initializer, head) in _tensors)
        {
            Begin(file, InitializerField, LengthOf(head, initializer));
            head.WriteTo(file);
            Begin(file, RawDataField, initializer.ByteLength);
            initializer.WriteTo(file);
        }

        _ends.WriteTo(file);
        _after.WriteTo(file);
    });

    // In the order of the fields' numbers, as Protocol Buffers' own writers have it.
    private static (ModelProto Before, ModelProto After) Parts(ModelProto model)
    {
        var (before, after) = (model.Clone(), new ModelProto());
        after.OpsetImport.AddRange(model.OpsetImport);
        after.MetadataProps.AddRange(model.MetadataProps);
        before.OpsetImport.Clear();
        before.MetadataProps.Clear();
        return (before, after);
    }

    private static TensorProto HeadOf(Initializer initializer)
    {
        var head = new TensorProto { Name = initializer.Name, DataType = (int)initializer.Type };
        head.Dims.AddRange(initializer.Shape);
        return head;
    }

    private static long LengthOf(TensorProto head, Initializer initializer) =>
        head.CalculateSize() + Delimited(RawDataField, initializer.ByteLength);

    private static long Delimited(int field, long length) => VarintLength(Tag(field)) + VarintLength(length) + length;

    private static void Begin(Stream file, int field, long length)
    {
        Varint(file, Tag(field));
        Varint(file, length);
    }

    private static long Tag(int field) => WireFormat.MakeTag(field, WireFormat.WireType.LengthDelimited);

    private static int VarintLength(long value)
    {
        var length = 1;
        for (; value > 0x7F; value >>= 7)
            length++;

        return length;
    }

    private static void Varint(Stream file, long value)
    {
        for (; value > 0x7F; value >>= 7)
            file.WriteByte((byte)(value | 0x80));

        file.WriteByte((byte)value);
    }
}
