namespace ResNetGen.Weights;

/// <summary>How a file of weights is read.</summary>
public sealed record CheckpointOptions
{
    /// <summary>Where the state dict lies in a PyTorch checkpoint that holds other things too, such as <c>state_dict_ema</c>; dots
    /// go deeper. Null: the file itself, else its <c>state_dict</c>, <c>model</c>, <c>model_state_dict</c> or <c>net</c>.</summary>
    public string? Key { get; init; }
}
