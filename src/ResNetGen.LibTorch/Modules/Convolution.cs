using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What convolutions have in common: settings, the weight <c>[out, in / groups, ...kernel]</c> and the bias <c>[out]</c>.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Parameter? weightField;
    private protected Parameter? biasField;

    /// <summary>Makes the parameters and draws their first values as PyTorch does.</summary>
    /// <exception cref="ArgumentException">The channels are not divisible by the groups, or the padding does not fit.</exception>
    /// <exception cref="NotSupportedException">The convolution is transposed or its padding is not of zeros.</exception>
    protected Convolution(
        string name,
        long in_channels,
        long out_channels,
        long[] kernel_size,
        long[] stride,
        long[]? padding,
        Padding? padding_type,
        long[] dilation,
        bool transposed,
        long[] output_padding,
        long groups,
        bool bias,
        PaddingModes padding_mode,
        Device? device = null,
        ScalarType? dtype = null)
        : base(name)
    {
        if (transposed)
        {
            throw new NotSupportedException("Transposed convolutions are not supported.");
        }

        if (groups <= 0 || in_channels % groups != 0 || out_channels % groups != 0)
        {
            throw new ArgumentException($"groups must divide the channels: in_channels={in_channels}, out_channels={out_channels}, groups={groups}", nameof(groups));
        }

        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        if (padding_type is { } rule)
        {
            SetPadding(rule);
        }
        else
        {
            SetPadding(padding ?? new long[kernel_size.Length]);
        }

        weight = nn.Parameter(empty([out_channels, in_channels / groups, .. kernel_size], dtype: dtype, device: device));
        if (bias)
        {
            this.bias = nn.Parameter(empty([out_channels], dtype: dtype, device: device));
        }

        reset_parameters();
        SetComponentsRegistered();
    }

    /// <summary>Channels of the input.</summary>
    public long in_channels { get; }

    /// <summary>Channels of the output.</summary>
    public long out_channels { get; }

    /// <summary>Always false.</summary>
    public bool transposed => false;

    /// <summary>The size of the kernel in each dimension.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>Steps between two positions of the kernel.</summary>
    public long[] stride { get; set; }

    /// <summary>Steps between two taps of the kernel.</summary>
    public long[] dilation { get; set; }

    /// <summary>Unused: only transposed convolutions have it.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Into how many separate convolutions the channels are divided.</summary>
    public long groups { get; set; }

    /// <summary>The padding on each side; null where <see cref="padding_type"/> rules.</summary>
    public long[]? padding { get; private set; }

    /// <summary>The padding's rule; null where <see cref="padding"/> says it in numbers.</summary>
    public Padding? padding_type { get; private set; }

    /// <summary>What the padding is made of: zeros.</summary>
    /// <exception cref="NotSupportedException">Set to anything else.</exception>
    public PaddingModes padding_mode
    {
        get => PaddingModes.Zeros;
        set
        {
            if (value != PaddingModes.Zeros)
            {
                throw new NotSupportedException($"Convolutions pad with zeros only, not with {value}; put a padding layer before the convolution.");
            }
        }
    }

    /// <summary>The kernel, <c>[out, in / groups, ...kernel]</c>. Setting it disposes the old one.</summary>
    public Parameter weight
    {
        get => weightField!;
        set => SetParameter(ref weightField, nameof(weight), value);
    }

    /// <summary>The bias, <c>[out]</c>, or null. Setting it disposes the old one.</summary>
    public Parameter? bias
    {
        get => biasField;
        set => SetParameter(ref biasField, nameof(bias), value);
    }

    /// <summary>Draws new values: the weight by <c>kaiming_uniform_(a = sqrt 5)</c>, the bias within 1 / sqrt(fan in).</summary>
    public void reset_parameters() => ResNetGen.LibTorch.DefaultInitialization.Reset(weight, bias);

    /// <summary>Sets the padding on each side.</summary>
    public void SetPadding(long[] padding)
    {
        padding_type = null;
        this.padding = padding;
    }

    /// <summary>Sets the padding by rule.</summary>
    /// <exception cref="ArgumentException">"Same" with a stride.</exception>
    public void SetPadding(Padding padding)
    {
        if (padding == Padding.Same && stride.Any(step => step != 1))
        {
            throw new ArgumentException("padding='same' is not supported for strided convolutions", nameof(padding));
        }

        this.padding = null;
        padding_type = padding;
    }
}
