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
internal static class ModelFile
{
    private const int GraphField = 7;
    private const int InitializerField = 5;
    private const int RawDataField = 9;

    /// <summary>Writes <paramref name="model"/>, which has no graph, with <paramref name="graph"/> to a file.</summary>
    /// <exception cref="NotSupportedException">The file would pass 2 GiB.</exception>
    public static void Write(ModelProto model, Graph graph, string path)
    {
        var (before, after) = Parts(model);
        var nodes = new GraphProto { Name = graph.Name };
        nodes.Node.AddRange(graph.Nodes);
        var ends = new GraphProto();
        ends.Input.AddRange(graph.Inputs);
        ends.Output.AddRange(graph.Outputs);

        var tensors = graph.Initializers.ConvertAll(i => (Initializer: i, Head: HeadOf(i)));
        var graphLength = (long)nodes.CalculateSize() + ends.CalculateSize()
            + tensors.Sum(t => Delimited(InitializerField, LengthOf(t.Head, t.Initializer)));
        var length = before.CalculateSize() + Delimited(GraphField, graphLength) + after.CalculateSize();
        if (length > int.MaxValue)
        {
            throw new NotSupportedException(string.Format(
                CultureInfo.InvariantCulture, "{0} as an ONNX file would have {1:0.0} GiB; the format holds less than 2.", graph.Name, length / (double)(1 << 30)));
        }

        AtomicFile.Write(path, file =>
        {
            before.WriteTo(file);
            Begin(file, GraphField, graphLength);
            nodes.WriteTo(file);
            foreach (var (initializer, head) in tensors)
            {
                Begin(file, InitializerField, LengthOf(head, initializer));
                head.WriteTo(file);
                Begin(file, RawDataField, initializer.ByteLength);
                initializer.WriteTo(file);
            }

            ends.WriteTo(file);
            after.WriteTo(file);
        });
    }

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
