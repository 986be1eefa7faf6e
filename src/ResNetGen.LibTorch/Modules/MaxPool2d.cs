using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The largest value of each window over <c>[N, C, H, W]</c>.</summary>
public sealed class MaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal MaxPool2d(long[] kernel_size, long[]? stride, long[]? padding, long[]? dilation, bool ceil_mode)
        : base(nameof(MaxPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride ?? kernel_size;
        this.padding = padding ?? [0];
        this.dilation = dilation ?? [1];
        this.ceil_mode = ceil_mode;
    }

    /// <summary>The window's height and width.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Steps between two windows.</summary>
    public long[] stride { get; set; }

    /// <summary>Minus infinities added on each side.</summary>
    public long[] padding { get; set; }

    /// <summary>Steps between two elements of a window.</summary>
    public long[] dilation { get; set; }

    /// <summary>Whether a last window that is not full counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Pools <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
    public override Tensor forward(Tensor input) =>
        NeuralOperators.MaxPool2d.Invoke(input, kernel_size, stride, padding, dilation, ceil_mode);

    /// <summary>Pools, and says where in its plane each maximum stood.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) =>
        NeuralOperators.MaxPool2dWithIndices.InvokePair(input, kernel_size, stride, padding, dilation, ceil_mode);
}
