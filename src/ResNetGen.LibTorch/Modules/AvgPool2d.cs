using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The mean of each window over <c>[N, C, H, W]</c>.</summary>
public sealed class AvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AvgPool2d(long[] kernel_size, long[]? stride, long[]? padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
        : base(nameof(AvgPool2d))
    {
        this.kernel_size = kernel_size;
        this.stride = stride ?? kernel_size;
        this.padding = padding ?? [0];
        this.ceil_mode = ceil_mode;
        this.count_include_pad = count_include_pad;
        this.divisor_override = divisor_override;
    }

    /// <summary>The window's height and width.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Steps between two windows.</summary>
    public long[] stride { get; set; }

    /// <summary>Zeros added on each side.</summary>
    public long[] padding { get; set; }

    /// <summary>Whether a last window that is not full counts.</summary>
    public bool ceil_mode { get; set; }

    /// <summary>Whether the padding's zeros count in the mean.</summary>
    public bool count_include_pad { get; set; }

    /// <summary>What the sum is divided by in place of the window's size.</summary>
    public long? divisor_override { get; set; }

    /// <summary>Pools <c>[N, C, H, W]</c> or <c>[C, H, W]</c>.</summary>
    public override Tensor forward(Tensor input) =>
        NeuralOperators.AvgPool2d.Invoke(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
}
