namespace ResNetGen.Training;

/// <summary>What happens to a training picture, in this order: scale, pad, crop, flip, colour.</summary>
public sealed record Augmentation
{
    /// <summary>The shorter side is resized to a length drawn from this range, both ends included ([256, 480] in the paper); null leaves the size.</summary>
    public SideRange? Scale { get; init; }

    /// <summary>Black pixels (zero after normalisation) added on each side: 4 for CIFAR.</summary>
    public int Pad { get; init; }

    /// <summary>The side of the square cut out at a place drawn at random; null keeps the whole picture.</summary>
    public int? Crop { get; init; }

    /// <summary>Whether half of the pictures are mirrored, left to right.</summary>
    public bool Flip { get; init; }

    /// <summary>How colours change.</summary>
    public ColorAugmentation Color { get; init; }
}
