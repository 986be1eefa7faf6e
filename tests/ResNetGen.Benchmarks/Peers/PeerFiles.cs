using System.Runtime.InteropServices;
using ResNetGen.Export;
using ResNetGen.Weights;
using static TorchSharp.torch;

namespace ResNetGen.Benchmarks;

/// <summary>The files that all sides read: weights as .pth and in an ONNX file, and pictures.</summary>
internal static class PeerFiles
{
    private const int Statistics = 4;

    private static string Weights(string network) => Path.Combine(Peer.Folder, network + ".pth");

    private static string Pictures(string network, int batch) => Path.Combine(Peer.Folder, $"{network}.{batch:D}.bin");

    /// <summary>Writes them; norms have statistics of pictures, so that leaving one out would be seen.</summary>
    public static void Write(string name, IEnumerable<int> batches)
    {
        using var scope = NewDisposeScope();
        using var network = Networks.Create(name);
        manual_seed(1);
        network.train();
        network.call(randn(Networks.Shape(name, Statistics)));
        network.eval();
        network.SaveWeights(Weights(name));
        OnnxExport.Write(network, Networks.Spec(name), Path.Combine(Peer.Folder, name + ".onnx"), new OnnxOptions { DynamicBatch = true });
        foreach (var batch in batches)
            WriteNumbers(randn(Networks.Shape(name, batch)), Pictures(name, batch));
    }

    /// <summary>Gives a network the weights of all sides.</summary>
    public static void LoadWeights(nn.Module network, string name)
    {
        if (File.Exists(Weights(name)))
            network.LoadWeights(Weights(name));
    }

    /// <summary>The pictures of all sides, or any where none were written.</summary>
    public static Tensor LoadPictures(string name, int batch)
    {
        var (path, shape) = (Pictures(name, batch), Networks.Shape(name, batch));
        return File.Exists(path) ? tensor(MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(path)).ToArray(), shape) : rand(shape);
    }

    /// <summary>Writes a tensor's numbers, float32, as they lie in memory.</summary>
    public static void WriteNumbers(Tensor numbers, string path) =>
        File.WriteAllBytes(path, MemoryMarshal.AsBytes(numbers.data<float>().ToArray().AsSpan()).ToArray());
}
