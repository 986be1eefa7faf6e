using System.Globalization;

namespace ResNetGen.Weights.Writing;

/// <summary>
/// PyTorch's zip archive: <c>archive/data.pkl</c> describes the tensors, <c>archive/data/N</c> holds the elements of each.
/// <c>torch.load</c> reads it, with <c>weights_only=True</c> too. Source: <c>torch/serialization.py</c> of PyTorch 1.13 to 2.x.
/// </summary>
internal static class PyTorchWriter
{
    private const string Root = "archive/";

    /// <summary>Writes a state dict.</summary>
    public static void Write(Stream stream, ElementStream elements, List<CheckpointTensor> tensors) =>
        Write(stream, elements, PickleWriter.Write(tensors), tensors);

    /// <summary>Writes what a pickle describes.</summary>
    public static void Write(Stream stream, ElementStream elements, byte[] pickle, List<CheckpointTensor> tensors)
    {
        var zip = new ZipWriter(stream);
        zip.Add(Root + "data.pkl", pickle);
        zip.Add(Root + "byteorder", "little"u8);
        for (var i = 0; i < tensors.Count; i++)
        {
            var tensor = tensors[i];
            zip.Add(
                Root + "data/" + i.ToString(CultureInfo.InvariantCulture), tensor.ByteLength, checksum => elements.Write(tensor, checksum));
        }

        zip.Add(Root + "version", "3\n"u8);
        zip.Finish();
    }
}
