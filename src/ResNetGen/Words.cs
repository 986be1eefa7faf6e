namespace ResNetGen;

/// <summary>The convolutions of a block's main path.</summary>
public enum Block
{
    /// <summary>Two 3x3 convolutions (ResNet-18 and 34, CIFAR).</summary>
    Basic,

    /// <summary>1x1, 3x3 and 1x1 convolutions; the output is four times the width (ResNet-50 and deeper).</summary>
    Bottleneck,
}

/// <summary>Which convolution of a stage's first bottleneck strides.</summary>
public enum StridePlacement
{
    /// <summary>The first 1x1 (the paper, Caffe).</summary>
    V1,

    /// <summary>The 3x3 (torchvision, timm).</summary>
    V1_5,
}

/// <summary>What carries a block's input past it, by the paper's letters.</summary>
public enum Shortcut
{
    /// <summary>The subsampled input with channels of zeros behind it where stride or channels change, the identity elsewhere.</summary>
    A,

    /// <summary>As <see cref="A"/>, with the zeros on both sides.</summary>
    ASplit,

    /// <summary>A 1x1 convolution and a norm where stride or channels change, the identity elsewhere.</summary>
    B,

    /// <summary>A 1x1 convolution and a norm in the first block of every stage, the identity elsewhere.</summary>
    BFirst,

    /// <summary>A 1x1 convolution and a norm in every block.</summary>
    C,

    /// <summary>Nothing is added: a plain network.</summary>
    None,
}

/// <summary>The layers before the first stage.</summary>
public enum Stem
{
    /// <summary>7x7 with stride 2, then a 3x3 max pool with stride 2 (ImageNet).</summary>
    Conv7x7,

    /// <summary>3x3 with stride 1 and no pool (CIFAR).</summary>
    Conv3x3,

    /// <summary>Three 3x3, the first with stride 2, then the max pool (ResNet-C).</summary>
    Deep,

    /// <summary>As <see cref="Deep"/>, with channels that grow from convolution to convolution (ResNet-T).</summary>
    DeepTiered,
}
