namespace ResNetGen.Architecture.Specs;

/// <summary>The convolutions of a block's main path.</summary>
public enum BlockKind
{
    /// <summary>Two 3x3 convolutions.</summary>
    Basic,

    /// <summary>1x1, 3x3 and 1x1 convolutions, the last four times as wide.</summary>
    Bottleneck,
}

/// <summary>Which convolution of a bottleneck strides.</summary>
public enum StridePlacement
{
    /// <summary>The first 1x1 (He et al. 2015, Caffe).</summary>
    V1,

    /// <summary>The 3x3 (torchvision, timm).</summary>
    V1_5,
}

/// <summary>What carries a block's input past it.</summary>
public enum ShortcutKind
{
    /// <summary>The subsampled input with channels of zeros behind it where the shape changes, the identity elsewhere.</summary>
    A,

    /// <summary>As A, with the zeros on both sides.</summary>
    ASplit,

    /// <summary>A projection where the shape changes, the identity elsewhere.</summary>
    B,

    /// <summary>A projection in the first block of every stage, the identity elsewhere.</summary>
    BFirst,

    /// <summary>A projection in every block.</summary>
    C,

    /// <summary>Nothing: a plain network.</summary>
    None,
}

/// <summary>The layers before the first stage.</summary>
public enum StemKind
{
    /// <summary>7x7 with stride 2, then a max pool.</summary>
    Conv7x7,

    /// <summary>3x3 with stride 1 and no pool.</summary>
    Conv3x3,

    /// <summary>Three 3x3, the first with stride 2, then a max pool.</summary>
    Deep,

    /// <summary>As deep, with channels that grow from convolution to convolution.</summary>
    DeepTiered,
}

/// <summary>What follows the stem's last activation.</summary>
public enum PoolKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The largest value under a window.</summary>
    Max,

    /// <summary>The mean under a window.</summary>
    Average,

    /// <summary>A strided convolution, norm and activation.</summary>
    Convolution,
}
