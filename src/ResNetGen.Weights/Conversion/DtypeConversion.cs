using ResNetGen.Weights.Conversion;

namespace ResNetGen.Weights;

/// <summary>Gives the tensors of a state dict another type of element.</summary>
public static class DtypeConversion
{
    /// <summary>
    /// Returns the same tensors with floating-point elements as <paramref name="type"/>; counters and other integers stay
    /// as they are. Elements are converted as they are read. Numbers between two are rounded to the nearest, ties to the
    /// even one; what is too large becomes infinite; 64 bits go to 16 by way of 32, as in PyTorch.
    /// </summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="type">A floating-point type.</param>
    /// <exception cref="ArgumentException"><paramref name="type"/> is none.</exception>
    public static IReadOnlyList<CheckpointTensor> Convert(IEnumerable<CheckpointTensor> tensors, ElementType type)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        if (!type.IsFloatingPoint())
            throw new ArgumentException($"{type.Name()} is no floating-point type.", nameof(type));

        return [.. tensors.Select(t => t.Type == type || !t.Type.IsFloatingPoint() ? t : new ConvertedTensor(t, type))];
    }
}
