using ResNetGen.Export.Onnx.Schema;
using ResNetGen.Weights;

namespace ResNetGen.Export.Onnx.Weights;

/// <summary>A tensor of the checkpoint under its key in the network, as float32.</summary>
internal sealed class Weight(string key, CheckpointTensor tensor) : Initializer(key, TensorProto.Types.DataType.Float, tensor.Shape)
{
    public override void WriteTo(Stream file)
    {
        var bytes = new byte[Math.Min(tensor.Elements, FloatElements.Chunk) * sizeof(float)];
        if (tensor.Type == ElementType.Float32)
        {
            // The file's bytes are the checkpoint's: nothing is to be converted.
            for (var start = 0L; start < tensor.Elements; start += FloatElements.Chunk)
            {
                var part = bytes.AsSpan(0, (int)Math.Min(FloatElements.Chunk, tensor.Elements - start) * sizeof(float));
                tensor.Read(start, part);
                file.Write(part);
            }

            return;
        }

        FloatElements.ForEachChunk(tensor, (_, values, count) =>
        {
            FloatElements.ToBytes(values.AsSpan(0, count), bytes);
            file.Write(bytes, 0, count * sizeof(float));
        });
    }
}
