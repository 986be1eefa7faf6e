using ResNetGen.Architecture;
using ResNetGen.Architecture.Comparison;
using ResNetGen.Export.Onnx;
using ResNetGen.Export.Onnx.Files;
using ResNetGen.Export.Onnx.Graphs;
using ResNetGen.Export.Onnx.Schema;
using ResNetGen.Export.Onnx.Weights;
using ResNetGen.Weights;

namespace ResNetGen.Export;

/// <summary>
/// Writes networks as ONNX files: the network in evaluation mode, for pictures of the size that the spec declares. Tensors have
/// the state dict's names.
/// </summary>
public static class OnnxExport
{
    /// <summary>Writes the network of a spec with weights.</summary>
    /// <param name="spec">The spec's text, which may not extend another: <c>ResNet50.Architecture.Spec</c>.</param>
    /// <param name="weights">The network's state dict, in any order. Float16, bfloat16 and float64 become float32. Counts of batches
    /// (<c>num_batches_tracked</c>) may be missing, for evaluation needs none.</param>
    /// <param name="path">The file, which is written under another name and renamed when it is whole.</param>
    /// <param name="options">How; null for the usual way.</param>
    /// <exception cref="ArgumentException">The text is no spec, or the options ask for an unknown operator set.</exception>
    /// <exception cref="CheckpointException">The weights do not fit: the message lists what is missing, what has another shape, and what
    /// the network does not have. No file was written.</exception>
    /// <exception cref="NotSupportedException">The file would pass 2 GiB, the most that the format holds.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string spec, IEnumerable<CheckpointTensor> weights, string path, OnnxOptions? options = null) =>
        Write(SpecOfText.Compile(spec), weights, path, options);

    internal static void Write(CompiledSpec spec, IEnumerable<CheckpointTensor> weights, string path, OnnxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(path);
        options ??= new OnnxOptions();
        if (options.Opset is < OnnxOptions.OldestOpset or > OnnxOptions.NewestOpset)
            throw new ArgumentException($"There is no operator set {options.Opset} here, but {OnnxOptions.OldestOpset} to {OnnxOptions.NewestOpset}.", nameof(options));

        var graph = NetworkGraph.Build(spec, WeightSet.Match(spec, weights), options);
        ModelFile.Write(Describe(spec, options), graph, path);
    }

    private static ModelProto Describe(CompiledSpec spec, OnnxOptions options)
    {
        var model = new ModelProto
        {
            // The newest form of the file that readers of the operator set know.
            IrVersion = options.Opset < 15 ? 7 : 8,
            ProducerName = "ResNetGen",
            ProducerVersion = ResNetGenVersion.Text,
        };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = options.Opset });
        model.MetadataProps.Add(Entry("resnetgen.name", spec.Network.Name));
        model.MetadataProps.Add(Entry("resnetgen.hash", NetworkHash.Of(spec)));
        model.MetadataProps.Add(Entry("resnetgen.input", spec.Network.Input.ToString()));
        if (options.WeightsSource is { } source)
            model.MetadataProps.Add(Entry("resnetgen.weights", source));
        if (options.FoldBatchNorm)
            model.MetadataProps.Add(Entry("resnetgen.fold_batch_norm", "true"));

        return model;
    }

    private static StringStringEntryProto Entry(string key, string value) => new() { Key = key, Value = value };
}
