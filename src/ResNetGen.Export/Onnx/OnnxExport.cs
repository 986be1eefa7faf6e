using ResNetGen.Architecture;
using ResNetGen.Architecture.Comparison;
using ResNetGen.Export.Onnx.Files;
using ResNetGen.Export.Onnx.Graphs;
using ResNetGen.Export.Onnx.Schema;
using ResNetGen.Export.Onnx.Weights;
using ResNetGen.Weights;
using static TorchSharp.torch;

namespace ResNetGen.Export;

/// <summary>
/// Writes networks as ONNX files: the network in evaluation mode, for pictures of the size that the spec declares. Tensors have
/// the state dict's names.
/// </summary>
public static class OnnxExport
{
    /// <summary>Writes a network with the weights that it has now.</summary>
    /// <param name="network">An instance of a generated class, on any device, in training or in evaluation mode; it is not changed.</param>
    /// <param name="spec">The spec of its class: <c>ResNet50.Architecture.Spec</c>. Layers that the class adds to it are not written.</param>
    /// <param name="path">The file, which is written under another name and renamed when it is whole.</param>
    /// <param name="options">How; null for the usual way.</param>
    /// <exception cref="SpecException">The text is no spec.</exception>
    /// <exception cref="ArgumentException">The options ask for an unknown operator set.</exception>
    /// <exception cref="CheckpointException">The module's state is not that of the spec's network. No file was written.</exception>
    /// <exception cref="NotSupportedException">The file would pass 2 GiB, the most that the format holds.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(nn.Module network, string spec, string path, OnnxOptions? options = null) =>
        Write(SpecText.Compile(spec), ModuleState.Tensors(network), path, options);

    /// <summary>Writes the network of a spec with weights.</summary>
    /// <param name="spec">The network: <see cref="SpecText.Compile(string, string)"/> makes it of a text.</param>
    /// <param name="weights">Its state dict, in any order. Float16, bfloat16 and float64 become float32. Counts of batches
    /// (<c>num_batches_tracked</c>) may be missing, for evaluation needs none.</param>
    /// <param name="path">The file, which is written under another name and renamed when it is whole.</param>
    /// <param name="options">How; null for the usual way.</param>
    /// <returns>What became of the weights.</returns>
    /// <exception cref="ArgumentException">The options ask for an unknown operator set.</exception>
    /// <exception cref="CheckpointException">The weights do not fit, and <see cref="CheckpointException.Report"/> says how; or their file
    /// does not hold what it said. No file was written.</exception>
    /// <exception cref="NotSupportedException">The file would pass 2 GiB, the most that the format holds.</exception>
    /// <exception cref="IOException">The file cannot be written, or the weights cannot be read.</exception>
    public static LoadReport Write(CompiledSpec spec, IReadOnlyList<CheckpointTensor> weights, string path, OnnxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(path);
        options ??= new OnnxOptions();
        if (options.Opset is < OnnxOptions.OldestOpset or > OnnxOptions.NewestOpset)
            throw new ArgumentException($"There is no operator set {options.Opset} here, but {OnnxOptions.OldestOpset} to {OnnxOptions.NewestOpset}.", nameof(options));

        var matched = WeightSet.Match(spec, weights, options);
        var file = new ModelFile(Describe(spec, options), NetworkGraph.Build(spec, matched, options));
        matched.Verify();
        file.Write(path);
        return matched.Report;
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
