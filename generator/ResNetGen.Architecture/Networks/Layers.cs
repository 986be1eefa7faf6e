using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>A square convolution.</summary>
public sealed record Convolution(string Key, int In, int Out, Window Shape, int Groups = 1, bool HasBias = false) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "conv";

    /// <inheritdoc/>
    public override Window Window => Shape;

    /// <inheritdoc/>
    public override bool IsCounted => true;

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State
    {
        get
        {
            var weight = new StateEntry(
                "weight", new[] { Out, In / Groups, Shape.Kernel, Shape.Kernel }.ToEquatableArray(), IsBuffer: false);
            return HasBias
                ? new[] { weight, new StateEntry("bias", new[] { Out }.ToEquatableArray(), IsBuffer: false) }.ToEquatableArray()
                : new[] { weight }.ToEquatableArray();
        }
    }

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => Shape.Output(input, Out);

    /// <inheritdoc/>
    public override long Macs(ImageShape output) =>
        checked(output.Elements * (In / Groups) * Shape.Kernel * Shape.Kernel);
}

/// <summary>Batch normalisation with running statistics.</summary>
public sealed record BatchNorm(string Key, int Channels, double Eps = 1e-5, double Momentum = 0.1) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "batch_norm";

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State
    {
        get
        {
            var perChannel = new[] { Channels }.ToEquatableArray();
            return new[]
            {
                new StateEntry("weight", perChannel, IsBuffer: false),
                new StateEntry("bias", perChannel, IsBuffer: false),
                new StateEntry("running_mean", perChannel, IsBuffer: true),
                new StateEntry("running_var", perChannel, IsBuffer: true),
                new StateEntry("num_batches_tracked", EquatableArray<int>.Empty, IsBuffer: true),
            }.ToEquatableArray();
        }
    }

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => input;
}

/// <summary>max(x, 0).</summary>
public sealed record Relu(string Key = "relu") : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "relu";

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => input;
}

/// <summary>The largest value under a window; padding counts as minus infinity.</summary>
public sealed record MaxPool(string Key, Window Shape) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "max_pool";

    /// <inheritdoc/>
    public override Window Window => Shape;

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => Shape.Output(input, input.Channels);
}

/// <summary>The mean under a window; padding counts as zeros that are part of the mean, the last window ends within the map.</summary>
public sealed record AveragePool(string Key, Window Shape) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "avg_pool";

    /// <inheritdoc/>
    public override Window Window => Shape;

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => Shape.Output(input, input.Channels);
}

/// <summary>The mean of each whole map.</summary>
public sealed record GlobalAveragePool(string Key) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "global_avg_pool";

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => new(input.Channels, 1, 1);
}

/// <summary>A linear layer over the channels.</summary>
public sealed record Linear(string Key, int In, int Out) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "linear";

    /// <inheritdoc/>
    public override bool IsCounted => true;

    /// <inheritdoc/>
    public override EquatableArray<StateEntry> State => new[]
    {
        new StateEntry("weight", new[] { Out, In }.ToEquatableArray(), IsBuffer: false),
        new StateEntry("bias", new[] { Out }.ToEquatableArray(), IsBuffer: false),
    }.ToEquatableArray();

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => new(Out, 1, 1);

    /// <inheritdoc/>
    public override long Macs(ImageShape output) => checked((long)In * Out);
}
