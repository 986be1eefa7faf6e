using ResNetGen.Export.Onnx.Schema;
using ResNetGen.Weights;

namespace ResNetGen.Export.Onnx.Weights;

/// <summary>
/// A batch norm as part of the convolution before it. The norm makes (x - mean) * s + bias of x, with s = weight / sqrt(var + eps);
/// so its convolution's weight becomes s * weight, and its bias s * (bias - mean) + the norm's. Computed in double, rounded once.
/// </summary>
internal sealed class FoldedNorm
{
    private readonly double[] _scale;
    private readonly float[] _bias;

    /// <summary>Works out the scale and the shift of each channel.</summary>
    /// <param name="weight">The norm's weight.</param>
    /// <param name="bias">The norm's bias.</param>
    /// <param name="mean">The norm's running mean.</param>
    /// <param name="variance">The norm's running variance.</param>
    /// <param name="eps">What the norm adds to the variance.</param>
    /// <param name="convolutionBias">The bias of the convolution, or null.</param>
    public FoldedNorm(float[] weight, float[] bias, float[] mean, float[] variance, double eps, float[]? convolutionBias)
    {
        _scale = new double[weight.Length];
        _bias = new float[weight.Length];
        for (var i = 0; i < weight.Length; i++)
        {
            _scale[i] = weight[i] / Math.Sqrt(variance[i] + eps);
            _bias[i] = (float)((_scale[i] * ((convolutionBias?[i] ?? 0.0) - mean[i])) + bias[i]);
        }
    }

    /// <summary>The convolution's weight, [out, in, k, k], times the scale of each output.</summary>
    public Initializer Weight(string key, CheckpointTensor tensor) => new ScaledWeight(key, tensor, _scale);

    /// <summary>The convolution's bias.</summary>
    public Initializer Bias(string key) => Constant.Numbers(key, _bias);

    private sealed class ScaledWeight(string key, CheckpointTensor tensor, double[] scale)
        : Initializer(key, TensorProto.Types.DataType.Float, tensor.Shape)
    {
        public override void WriteTo(Stream file)
        {
            var perOutput = Elements / scale.Length;
            var bytes = new byte[Math.Min(Elements, FloatElements.Chunk) * sizeof(float)];
            FloatElements.ForEachChunk(tensor, (start, values, count) =>
            {
                for (var i = 0; i < count; i++)
                    values[i] = (float)(values[i] * scale[(start + i) / perOutput]);

                FloatElements.ToBytes(values.AsSpan(0, count), bytes);
                file.Write(bytes, 0, count * sizeof(float));
            });
        }
    }
}
