namespace ResNetGen.Weights;

/// <summary>A tensor that a network and a file do not agree on.</summary>
/// <param name="Name">Its key: the network's, or, for one that only the file has, the file's.</param>
/// <param name="Detail">What is the matter.</param>
/// <param name="Nearest">The most alike key of the other side that is without a partner, too; null where none is alike.</param>
public sealed record KeyProblem(string Name, string Detail, string? Nearest = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Detail}" + (Nearest is null ? "" : $"; the nearest name is '{Nearest}'");
}
