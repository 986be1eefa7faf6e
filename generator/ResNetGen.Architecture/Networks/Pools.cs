namespace ResNetGen.Architecture.Networks;

/// <summary>The largest value under a window.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Shape">The window.</param>
/// <param name="PadsWithZeros">Whether padding is zeros; else it counts as minus infinity.</param>
public sealed record MaxPool(string Key, Window Shape, bool PadsWithZeros = false) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "max_pool";

    /// <inheritdoc/>
    public override Window Window => Shape;

    // Zeros are part of the map: a window may begin in those behind it.
    private Window Effective => PadsWithZeros ? Shape with { Padding = 0 } : Shape;

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input)
    {
        var added = PadsWithZeros ? 2 * Shape.Padding : 0;
        return Effective.Output(new ImageShape(input.Channels, input.Height + added, input.Width + added), input.Channels);
    }
}

/// <summary>The mean under a window.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Shape">The window.</param>
/// <param name="CountsPadding">Whether padding is zeros that are part of the mean; else it is left out.</param>
public sealed record AveragePool(string Key, Window Shape, bool CountsPadding = true) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "avg_pool";

    /// <inheritdoc/>
    public override Window Window => Shape;
}

/// <summary>The mean of 2x2 values at stride 1, over a map with a row of zeros below and a column of zeros on the right.</summary>
public sealed record SameAveragePool(string Key) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "avg_pool_same";

    /// <inheritdoc/>
    public override Window Window => new(2);

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => input;
}

/// <summary>The binomial filter outer([1, 2, 1]) / 16 of each channel over reflected borders, with a stride (Zhang 2019).</summary>
public sealed record BlurPool(string Key, int Stride) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "blur_pool";

    /// <inheritdoc/>
    public override Window Window => new(3, Stride, Padding: 1);
}

/// <summary>The mean of each whole map.</summary>
public sealed record GlobalAveragePool(string Key) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "global_avg_pool";

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => new(input.Channels, 1, 1);
}
