using System.Runtime.InteropServices;
using ResNetGen.Architecture;
using ResNetGen.Export.Onnx.Graphs;
using ResNetGen.Export.Onnx.Schema;
using ResNetGen.Export.Onnx.Weights;
using ResNetGen.Weights;

namespace ResNetGen.Export.Tests.Onnx;

/// <summary>Specs, exported and read back.</summary>
internal static class TestExport
{
    /// <summary>A network of a few layers, for 16x16 pictures.</summary>
    public const string Small =
        """
        name: Small
        input: [3, 16, 16]
        stem: { preset: conv3x3, channels: 4 }
        stages:
          - { blocks: 1, width: 4 }
          - { blocks: 1, width: 8 }
        head: { classes: 5 }
        """;

    public static CompiledSpec Compile(string text) => SpecText.Compile(text, "Test.resnet.yaml");

    /// <summary>Every spec that is shipped, by its path below the folder of specs.</summary>
    public static IEnumerable<string> ShippedSpecs()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "specs");
        return Directory.EnumerateFiles(folder, "*.resnet.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
    }

    public static CompiledSpec CompileShipped(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "specs", name).Replace('\\', '/');
        return SpecText.Compile(File.ReadAllText(path), path, File.ReadAllText);
    }

    /// <summary>The graph alone: no number is read unless norms are folded.</summary>
    public static Graph Graph(CompiledSpec spec, OnnxOptions? options = null) =>
        NetworkGraph.Build(spec, WeightSet.Match(spec, TestWeights.Of(spec), new OnnxOptions()), options ?? new OnnxOptions());

    /// <summary>Writes a file and reads it.</summary>
    public static ModelProto Export(CompiledSpec spec, OnnxOptions? options = null, IReadOnlyList<CheckpointTensor>? weights = null) =>
        ModelProto.Parser.ParseFrom(Bytes(spec, options, weights));

    public static byte[] Bytes(CompiledSpec spec, OnnxOptions? options = null, IReadOnlyList<CheckpointTensor>? weights = null)
    {
        using var folder = new TestFolder();
        var path = folder.Path("network.onnx");
        OnnxExport.Write(spec, weights ?? TestWeights.Of(spec), path, options);
        Assert.Equal("network.onnx", Assert.Single(folder.Files()));
        return File.ReadAllBytes(path);
    }

    public static float[] Numbers(ModelProto model, string name) =>
        MemoryMarshal.Cast<byte, float>(model.Graph.Initializer.Single(t => t.Name == name).RawData.Span).ToArray();
}
