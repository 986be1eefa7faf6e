namespace ResNetGen;

/// <summary>The convolutions of a block's main path.</summary>
public enum Block
{
    /// <summary>Two 3x3 convolutions (ResNet-18 and 34, CIFAR).</summary>
    Basic,

    /// <summary>1x1, 3x3 and 1x1 convolutions; the output is four times the width (ResNet-50 and deeper).</summary>
    Bottleneck,

    /// <summary>As basic, with norm and activation before each convolution (He et al. 2016).</summary>
    PreactBasic,

    /// <summary>As bottleneck, with norm and activation before each convolution (He et al. 2016).</summary>
    PreactBottleneck,
}

/// <summary>Which convolution of a strided bottleneck strides.</summary>
public enum StridePlacement
{
    /// <summary>The first 1x1 (the paper, Caffe).</summary>
    V1,

    /// <summary>The 3x3 (torchvision, timm).</summary>
    V1_5,
}

/// <summary>Which block of a stage strides.</summary>
public enum StrideBlock
{
    /// <summary>The first (all but Keras v2 and slim).</summary>
    First,

    /// <summary>The last (Keras v2, slim).</summary>
    Last,
}

/// <summary>What carries a block's input past it, by the paper's letters.</summary>
public enum Shortcut
{
    /// <summary>The input, subsampled by the stride, with channels of zeros behind it where stride or channels change; the identity elsewhere.</summary>
    A,

    /// <summary>As A, with half of the zeros before the input's channels and the rest behind them.</summary>
    ASplit,

    /// <summary>A projection where stride or channels change, the identity elsewhere.</summary>
    B,

    /// <summary>As B, and a projection in the first block of every stage.</summary>
    BFirst,

    /// <summary>As B, and a projection where a block's dilation differs from its stage's (timm's pre-activation basic blocks).</summary>
    BDilation,

    /// <summary>A projection where channels change; where only the stride changes, the subsampled input (slim).</summary>
    BPool,

    /// <summary>A projection in every block.</summary>
    C,

    /// <summary>Nothing is added: a plain network.</summary>
    None,
}

/// <summary>The average pool before a projection, which then does not stride (ResNet-D).</summary>
public enum AvgDown
{
    /// <summary>No pool: the projection strides.</summary>
    None,

    /// <summary>2x2; where dilation replaced the stride, with stride 1.</summary>
    Timm,

    /// <summary>As large as the stride (mmdetection, mmsegmentation).</summary>
    Mm,

    /// <summary>As mm; a projection without a pool has the keys .0 and .1.</summary>
    Mmpretrain,
}

/// <summary>The dilation of the first block of a dilated stage.</summary>
public enum FirstDilation
{
    /// <summary>That of the stage before (torchvision, timm).</summary>
    Previous,

    /// <summary>That of the stage (mmdetection, mmsegmentation).</summary>
    Same,

    /// <summary>Half of the stage's, rounded down (contract_dilation, pysot).</summary>
    Half,
}

/// <summary>Which 3x3 of a basic block is dilated.</summary>
public enum BasicDilation
{
    /// <summary>The first by the block's dilation, the second by the stage's (timm).</summary>
    Both,

    /// <summary>The first only (mm).</summary>
    First,
}

/// <summary>What the rates of a multi-grid are.</summary>
public enum MultiGridMode
{
    /// <summary>The blocks' dilations (mmsegmentation).</summary>
    Absolute,

    /// <summary>Factors of the stage's dilation (DeepLab).</summary>
    Multiplied,
}

/// <summary>The normalisation behind convolutions.</summary>
public enum Norm
{
    /// <summary>Batch norm.</summary>
    Batch,

    /// <summary>Group norm.</summary>
    Group,

    /// <summary>Batch norm whose four tensors are buffers that never change.</summary>
    FrozenBatch,

    /// <summary>No norm.</summary>
    None,
}

/// <summary>The activation.</summary>
public enum Activation
{
    /// <summary>max(x, 0).</summary>
    Relu,

    /// <summary>min(max(x, 0), 6).</summary>
    Relu6,

    /// <summary>x where it is positive, 0.01 x elsewhere.</summary>
    LeakyRelu,

    /// <summary>x where it is positive, exp(x) - 1 elsewhere.</summary>
    Elu,

    /// <summary>x times its sigmoid.</summary>
    Silu,

    /// <summary>x times the normal distribution function of x.</summary>
    Gelu,

    /// <summary>x times relu6(x + 3) / 6.</summary>
    Hardswish,
}

/// <summary>What weighs the channels of a block's main path before the sum.</summary>
public enum Attention
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Squeeze-excitation.</summary>
    Se,

    /// <summary>Efficient channel attention.</summary>
    Eca,
}

/// <summary>What strides in the place of a convolution or a max pool.</summary>
public enum AntiAliasing
{
    /// <summary>Nothing: they stride themselves.</summary>
    None,

    /// <summary>A fixed 3x3 binomial filter over reflected borders.</summary>
    Blur,

    /// <summary>An average pool as large as the stride.</summary>
    Average,
}

/// <summary>The layers before the first stage.</summary>
public enum Stem
{
    /// <summary>7x7, stride 2, padding 3, norm, ReLU, then a 3x3 max pool, stride 2, padding 1 (ImageNet).</summary>
    Conv7x7,

    /// <summary>3x3, stride 1, padding 1, norm, ReLU, no pool (CIFAR).</summary>
    Conv3x3,

    /// <summary>Three 3x3 of c/2, c/2 and c channels, the first with stride 2, each with norm and ReLU, then the max pool (ResNet-C).</summary>
    Deep,

    /// <summary>As deep, with 3c/8, c/2 and c channels (ResNet-T).</summary>
    DeepTiered,
}

/// <summary>What follows the stem's last activation.</summary>
public enum StemPool
{
    /// <summary>No pool.</summary>
    None,

    /// <summary>The largest value.</summary>
    Max,

    /// <summary>The mean.</summary>
    Average,

    /// <summary>A convolution that keeps the channels, norm and ReLU.</summary>
    Conv,
}

/// <summary>What a max pool pads with.</summary>
public enum PadValue
{
    /// <summary>Minus infinity: padding is never the largest.</summary>
    MinusInfinity,

    /// <summary>Zeros (Keras).</summary>
    Zero,
}

/// <summary>What follows the last stage.</summary>
public enum Head
{
    /// <summary>A pool and a linear layer.</summary>
    Classifier,

    /// <summary>Nothing: a backbone.</summary>
    None,
}

/// <summary>The first weights of convolutions.</summary>
public enum Init
{
    /// <summary>Kaiming normal for ReLU by the outputs (torchvision, timm, mm).</summary>
    KaimingFanOut,

    /// <summary>Kaiming normal for ReLU by the inputs.</summary>
    KaimingFanIn,

    /// <summary>PyTorch's own.</summary>
    Default,
}

/// <summary>The first weights of the head's linear layer.</summary>
public enum LinearInit
{
    /// <summary>PyTorch's own.</summary>
    Default,

    /// <summary>Normal with deviation 0.01, and a bias of 0 (pycls).</summary>
    Normal,
}

/// <summary>Whose keys the state dict has.</summary>
public enum Naming
{
    /// <summary>torchvision's.</summary>
    Torchvision,

    /// <summary>timm's: torchvision's, and those of resnetv2 where a stage is pre-activated.</summary>
    Timm,

    /// <summary>mmdetection's and mmsegmentation's.</summary>
    Mmdet,

    /// <summary>mmpretrain's.</summary>
    Mmpretrain,
}
