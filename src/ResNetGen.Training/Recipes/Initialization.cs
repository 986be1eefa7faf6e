namespace ResNetGen.Training;

/// <summary>How weights begin.</summary>
public enum Initialization
{
    /// <summary>Convolutions by Kaiming's normal distribution, fan out, ReLU (He et al. 2015); norms 1 and 0; the linear layer as PyTorch does.</summary>
    Kaiming,

    /// <summary>As the network comes: the class's own constructor or weights that were loaded.</summary>
    Keep,
}
