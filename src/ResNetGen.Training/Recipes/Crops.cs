namespace ResNetGen.Training;

/// <summary>Which squares of a picture are classified.</summary>
public enum Crops
{
    /// <summary>The one in the middle.</summary>
    Center,

    /// <summary>The four corners and the middle, and their mirror images: the mean of ten softmax outputs (Krizhevsky et al. 2012).</summary>
    Ten,

    /// <summary>The whole picture and its mirror image at each scale, fully convolutional: the mean of their softmax outputs (He et al. 2015, section 3.4).</summary>
    Whole,
}
