namespace ResNetGen.Architecture.Language;

/// <summary>The numbers a network may have at most: far beyond any that was published.</summary>
public static class Bounds
{
    /// <summary>Channels of a stage or a convolution, and groups.</summary>
    public const int Channels = 65_536;

    /// <summary>Height or width of the input.</summary>
    public const int Extent = 16_384;

    /// <summary>Stages.</summary>
    public const int Stages = 16;

    /// <summary>Blocks in all stages together.</summary>
    public const int Blocks = 10_000;

    /// <summary>Classes of the head.</summary>
    public const int Classes = 1_000_000;

    /// <summary>Layers of a network whose depth is said.</summary>
    public const int Depth = 100_000;

    /// <summary>The kernel of a convolution or a pool, and its padding.</summary>
    public const int Kernel = 31;

    /// <summary>The kernel of the head's pool.</summary>
    public const int PoolKernel = 1024;

    /// <summary>A dilation.</summary>
    public const int Dilation = 64;

    /// <summary>What a width is multiplied by.</summary>
    public const int Factor = 64;

    /// <summary>What a width is divided by, or rounded to a multiple of.</summary>
    public const int Divisor = 1024;

    /// <summary>Convolutions of a stem.</summary>
    public const int StemConvolutions = 16;

    /// <summary>The stride of a stage, a convolution or a pool.</summary>
    public const int Stride = 16;
}
