namespace ResNetGen.Weights;

/// <summary>How the tensors of a file find theirs in a network.</summary>
public sealed record LoadOptions
{
    /// <summary>Whether the file must hold every tensor of the network, and no other. Sizes must agree in any case.</summary>
    public bool Strict { get; init; } = true;

    /// <summary>Whether the classifier keeps what it has, whatever the file holds for it.</summary>
    public bool IgnoreHead { get; init; }

    /// <summary>
    /// Whether a classifier of another number of classes is taken as far as it goes: the first min(n, m) classes come from the
    /// file, further ones keep what they have.
    /// </summary>
    public bool ResizeHead { get; init; }

    /// <summary>Whose names the file's are, to turn them into the network's; null where they are the network's already.</summary>
    public KeyNaming? Naming { get; init; }

    /// <summary>
    /// What the beginnings of the file's names become: <c>["encoder."] = ""</c>. The longest that fits counts; null leaves those
    /// tensors out. A <c>module.</c> before all names, from data-parallel training, goes without being said.
    /// </summary>
    public IReadOnlyDictionary<string, string?>? Prefixes { get; init; }

    /// <summary>Where the state dict lies in the file: see <see cref="CheckpointOptions.Key"/>.</summary>
    public string? Key { get; init; }
}
