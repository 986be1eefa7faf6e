namespace ResNetGen.Weights;

/// <summary>A tensor that a network's state dict has.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Type">What its elements are.</param>
/// <param name="Shape">Its sizes; none for a scalar.</param>
public sealed record ExpectedTensor(string Name, ElementType Type, IReadOnlyList<long> Shape)
{
    /// <summary>Returns what a module expects.</summary>
    public static IReadOnlyList<ExpectedTensor> Of(IEnumerable<CheckpointTensor> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [.. state.Select(t => new ExpectedTensor(t.Name, t.Type, t.Shape))];
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {TensorText.Describe(Type, Shape)}";
}
