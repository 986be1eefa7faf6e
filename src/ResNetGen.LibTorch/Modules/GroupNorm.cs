using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Group normalisation over <c>[N, C, ...]</c>.</summary>
public sealed class GroupNorm : nn.Module<Tensor, Tensor>
{
    private Parameter? weightField;
    private Parameter? biasField;

    internal GroupNorm(long num_groups, long num_channels, double eps, bool affine, Device? device, ScalarType? dtype)
        : base(nameof(GroupNorm))
    {
        if (num_groups <= 0 || num_channels % num_groups != 0)
        {
            throw new ArgumentException($"num_channels must be divisible by num_groups: {num_channels} by {num_groups}", nameof(num_groups));
        }

        this.num_groups = num_groups;
        this.eps = eps;
        this.affine = affine;
        if (affine)
        {
            weight = nn.Parameter(ones([num_channels], dtype: dtype, device: device));
            bias = nn.Parameter(zeros([num_channels], dtype: dtype, device: device));
        }

        SetComponentsRegistered();
    }

    /// <summary>Into how many groups the channels are divided.</summary>
    public long num_groups { get; set; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>Whether there are a scale and a shift.</summary>
    public bool affine { get; set; }

    /// <summary>The scale, <c>[C]</c>; null where <see cref="affine"/> is false. Setting it disposes the old one.</summary>
    public Parameter weight
    {
        get => weightField!;
        set => SetParameter(ref weightField, nameof(weight), value);
    }

    /// <summary>The shift, <c>[C]</c>. Setting it disposes the old one.</summary>
    public Parameter? bias
    {
        get => biasField;
        set => SetParameter(ref biasField, nameof(bias), value);
    }

    /// <summary>Normalises each group of channels of each image.</summary>
    public override Tensor forward(Tensor tensor) =>
        NeuralOperators.GroupNorm.Invoke(tensor, num_groups, weightField, biasField, eps, true);
}
