namespace ResNetGen.Training.Data;

/// <summary>What random numbers are for; each purpose has its own, so that one more draw here changes nothing there.</summary>
internal enum RandomPurpose
{
    /// <summary>The order of an epoch's pictures.</summary>
    Order = 1,

    /// <summary>The augmentation of a picture in an epoch.</summary>
    Augmentation = 2,

    /// <summary>Which pictures are held back.</summary>
    Split = 3,

    /// <summary>The drawing of a synthetic picture.</summary>
    Drawing = 4,
}
