using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Makes a range of dimensions one.</summary>
public sealed class Flatten : ParameterLessModule<Tensor, Tensor>
{
    internal Flatten(long start_dim, long end_dim)
        : base(nameof(Flatten))
    {
        this.start_dim = start_dim;
        this.end_dim = end_dim;
    }

    /// <summary>The first dimension of the range.</summary>
    public long start_dim { get; set; }

    /// <summary>The last dimension of the range; negative counts from the end.</summary>
    public long end_dim { get; set; }

    /// <summary>A view where the memory allows it, else a copy.</summary>
    public override Tensor forward(Tensor input) => NeuralOperators.Flatten.Invoke(input, start_dim, end_dim);
}
