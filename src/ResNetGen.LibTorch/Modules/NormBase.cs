using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the normalisations over channels have in common: scale, shift and running statistics, each <c>[C]</c>.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private protected Parameter? weightField;
    private protected Parameter? biasField;
    private protected Tensor? runningMeanField;
    private protected Tensor? runningVarField;
    private protected Tensor? batchesField;

    /// <summary>Makes the parameters (ones and zeros) and the statistics.</summary>
    public NormBase(
        long num_features,
        double eps,
        double? momentum,
        bool affine,
        bool track_running_stats,
        Device? device,
        ScalarType? dtype,
        string name)
        : base(name)
    {
        this.num_features = num_features;
        this.eps = eps;
        this.momentum = momentum;
        this.affine = affine;
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = nn.Parameter(ones([num_features], dtype: dtype, device: device));
            bias = nn.Parameter(zeros([num_features], dtype: dtype, device: device));
        }

        if (track_running_stats)
        {
            running_mean = zeros([num_features], dtype: dtype, device: device);
            running_var = ones([num_features], dtype: dtype, device: device);
            num_batches_tracked = zeros([], dtype: ScalarType.Int64, device: device);
        }

        SetComponentsRegistered();
    }

    /// <summary>Channels.</summary>
    public long num_features { get; }

    /// <summary>Added to the variance.</summary>
    public double eps { get; set; }

    /// <summary>The share of the newest batch in the running statistics; null for the plain average of all batches.</summary>
    public double? momentum { get; set; }

    /// <summary>Whether there are a scale and a shift.</summary>
    public bool affine { get; }

    /// <summary>Whether there are running statistics.</summary>
    public bool track_running_stats { get; }

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

    /// <summary>The running mean, <c>[C]</c>. Setting it disposes the old one.</summary>
    public Tensor? running_mean
    {
        get => runningMeanField;
        set => SetBuffer(ref runningMeanField, nameof(running_mean), value);
    }

    /// <summary>The running variance, <c>[C]</c>. Setting it disposes the old one.</summary>
    public Tensor? running_var
    {
        get => runningVarField;
        set => SetBuffer(ref runningVarField, nameof(running_var), value);
    }

    /// <summary>How many batches were seen in training, <c>[]</c>. Setting it disposes the old one.</summary>
    public Tensor? num_batches_tracked
    {
        get => batchesField;
        set => SetBuffer(ref batchesField, nameof(num_batches_tracked), value);
    }

    /// <summary>Sets the statistics to mean 0, variance 1, no batches.</summary>
    public void reset_running_stats()
    {
        if (track_running_stats)
        {
            using var _ = no_grad();
            running_mean?.zero_();
            running_var?.fill_(1);
            num_batches_tracked?.zero_();
        }
    }

    /// <summary>Sets the statistics, the scale to ones and the shift to zeros.</summary>
    public void reset_parameters()
    {
        reset_running_stats();
        if (affine)
        {
            nn.init.ones_(weight);
            nn.init.zeros_(bias!);
        }
    }

    /// <exception cref="ArgumentException">The input has the wrong rank.</exception>
    protected abstract void ValidateInputDimensions(Tensor input);
}
