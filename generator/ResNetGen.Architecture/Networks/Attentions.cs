using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>
/// Squeeze-excitation (Hu et al. 2017): each channel is weighed by a function of all channels' means, two 1x1 convolutions
/// with biases around a ReLU.
/// </summary>
public sealed record SqueezeExcitation(string Key, int Channels, int Hidden) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "squeeze_excitation";

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State => new[]
    {
        StateEntry.Weight("fc1.weight", Hidden, Channels, 1, 1),
        StateEntry.Weight("fc1.bias", Hidden),
        StateEntry.Weight("fc2.weight", Channels, Hidden, 1, 1),
        StateEntry.Weight("fc2.bias", Channels),
    }.ToEquatableArray();

    /// <inheritdoc/>
    public override long Macs(ImageShape output) => 2L * Channels * Hidden;

    /// <inheritdoc/>
    public override long Activations(ImageShape output) => (long)Channels + Hidden;
}

/// <summary>
/// Efficient channel attention (Wang et al. 2019): each channel is weighed by a 1-D convolution over its neighbours' means.
/// </summary>
public sealed record ChannelAttention(string Key, int Channels, int Kernel) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "channel_attention";

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State => new[] { StateEntry.Weight("conv.weight", 1, 1, Kernel) }.ToEquatableArray();

    /// <inheritdoc/>
    public override long Macs(ImageShape output) => (long)Channels * Kernel;

    /// <inheritdoc/>
    public override long Activations(ImageShape output) => Channels;
}
