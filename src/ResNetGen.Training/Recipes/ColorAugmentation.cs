namespace ResNetGen.Training;

/// <summary>How a training picture's colours change.</summary>
public enum ColorAugmentation
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Along the principal components of ImageNet's colours, by deviations of 0.1 (Krizhevsky et al. 2012, section 4.1).</summary>
    Pca,

    /// <summary>Brightness, contrast and saturation, each by a factor from [0.6, 1.4], in an order drawn at random.</summary>
    Jitter,
}
