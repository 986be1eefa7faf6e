using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>A normalisation of maps of <paramref name="Channels"/> channels.</summary>
public abstract record Norm(string Key, int Channels) : Layer(Key)
{
    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => input;
}

/// <summary>Batch normalisation with running statistics.</summary>
public sealed record BatchNorm(string Key, int Channels, double Eps = 1e-5, double Momentum = 0.1) : Norm(Key, Channels)
{
    /// <inheritdoc/>
    public override string Kind => "batch_norm";

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State => new[]
    {
        StateEntry.Weight("weight", Channels),
        StateEntry.Weight("bias", Channels),
        StateEntry.Buffer("running_mean", Channels),
        StateEntry.Buffer("running_var", Channels),
        StateEntry.Buffer("num_batches_tracked"),
    }.ToEquatableArray();
}

/// <summary>Batch normalisation whose four tensors never change.</summary>
public sealed record FrozenBatchNorm(string Key, int Channels, double Eps = 1e-5) : Norm(Key, Channels)
{
    /// <inheritdoc/>
    public override string Kind => "frozen_batch_norm";

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State => new[]
    {
        StateEntry.Buffer("weight", Channels),
        StateEntry.Buffer("bias", Channels),
        StateEntry.Buffer("running_mean", Channels),
        StateEntry.Buffer("running_var", Channels),
    }.ToEquatableArray();
}

/// <summary>Normalisation over groups of channels of one picture.</summary>
public sealed record GroupNorm(string Key, int Groups, int Channels, double Eps = 1e-5) : Norm(Key, Channels)
{
    /// <inheritdoc/>
    public override string Kind => "group_norm";

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State => new[]
    {
        StateEntry.Weight("weight", Channels), StateEntry.Weight("bias", Channels),
    }.ToEquatableArray();
}
