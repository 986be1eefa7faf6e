using System.Diagnostics;

namespace ResNetGen;

/// <summary>
/// Makes a partial class a residual network: a TorchSharp module, generated from a spec file, from what the attribute
/// says, or from both, the attribute on top.
/// </summary>
/// <remarks>
/// What is not set is not said: the file or the language's default holds. Only the compiler reads the attribute: it is
/// not kept in the program, unless <c>RESNETGEN_ATTRIBUTES</c> is defined.
/// </remarks>
[Conditional("RESNETGEN_ATTRIBUTES")]
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResNetAttribute : Attribute
{
    /// <summary>Says the whole network in the attribute; <see cref="Blocks"/>, <see cref="N"/> or <see cref="Depth"/> is then needed.</summary>
    public ResNetAttribute()
    {
    }

    /// <summary>Takes the network from a spec file.</summary>
    /// <param name="spec">A <c>.resnet.yaml</c> of the project, relative to the source file, or by the end of its path.</param>
    public ResNetAttribute(string spec) => Spec = spec;

    /// <summary>The spec file, or null.</summary>
    public string? Spec { get; }

    /// <summary>The network's name in tables. Default: the class's.</summary>
    public string? Name { get; set; }

    /// <summary>The input that shapes and costs are computed for: channels, height, width. Default: 3, 224, 224.</summary>
    public int[]? Input { get; set; }

    /// <summary>The blocks of every stage, in place of 'blocks'.</summary>
    public int N { get; set; }

    /// <summary>The network's depth, in place of 'blocks': 2 + the convolutions of one block, added over the stages, x the blocks of each.</summary>
    public int Depth { get; set; }

    /// <summary>The layers before the first stage. Default: conv7x7.</summary>
    public Stem Stem { get; set; }

    /// <summary>The channels that the stem gives the first stage. Default: 64; for conv3x3 the first stage's width.</summary>
    public int StemChannels { get; set; }

    /// <summary>For each of the stem's convolutions: the convolution's output channels.</summary>
    public int[]? StemConvChannels { get; set; }

    /// <summary>For each of the stem's convolutions: the side of the square window. Default: 3.</summary>
    public int[]? StemConvKernels { get; set; }

    /// <summary>For each of the stem's convolutions: the step between two windows. Default: 1.</summary>
    public int[]? StemConvStrides { get; set; }

    /// <summary>For each of the stem's convolutions: what is added on every side. Default: (kernel - 1) / 2, rounded down.</summary>
    public int[]? StemConvPaddings { get; set; }

    /// <summary>What follows the stem's last activation. Default: max; none for conv3x3.</summary>
    public StemPool StemPool { get; set; }

    /// <summary>The stem's pool: the side of the square window. Default: 3.</summary>
    public int StemPoolKernel { get; set; }

    /// <summary>The stem's pool: the step between two windows. Default: 2.</summary>
    public int StemPoolStride { get; set; }

    /// <summary>The stem's pool: what is added on every side. Default: (kernel - 1) / 2, rounded down.</summary>
    public int StemPoolPadding { get; set; }

    /// <summary>The stem's pool: whether a pool's sizes round up. Default: false.</summary>
    public bool StemPoolCeilMode { get; set; }

    /// <summary>The stem's pool: whether padding counts in the mean of an average pool. Default: true.</summary>
    public bool StemPoolCountIncludePad { get; set; }

    /// <summary>The stem's pool: what a max pool pads with. Default: minus_infinity.</summary>
    public PadValue StemPoolPadValue { get; set; }

    /// <summary>The stem's pool: what strides in the place of a max pool. Default: the spec's anti_aliasing.</summary>
    public AntiAliasing StemPoolAntiAliasing { get; set; }

    /// <summary>The kind of block. Default: basic.</summary>
    public Block Block { get; set; }

    /// <summary>A block's output has width x expansion channels. Default: 4 for bottlenecks, 1 for basic blocks.</summary>
    public int Expansion { get; set; }

    /// <summary>Groups of a bottleneck's 3x3 convolution (ResNeXt's cardinality). Default: 1.</summary>
    public int Groups { get; set; }

    /// <summary>Channels of each group where width is 64: a bottleneck's 3x3 has int(width x width_per_group / 64) x groups channels. Default: 64.</summary>
    public int WidthPerGroup { get; set; }

    /// <summary>The inner width is rounded to a multiple of this (timm's pre-activation nets: 8). Default: 1.</summary>
    public int WidthDivisor { get; set; }

    /// <summary>Divides the output channels of a block's first convolution (SENet-154: 2). Default: 1.</summary>
    public int ReduceFirst { get; set; }

    /// <summary>Which convolution of a strided bottleneck strides. A basic block always strides in its first 3x3. Default: v1.5.</summary>
    public StridePlacement StridePlacement { get; set; }

    /// <summary>Which block of the stage strides. Default: first.</summary>
    public StrideBlock StrideBlock { get; set; }

    /// <summary>The padding of a 3x3 convolution that strides (pysot, SiamMask: 0). Default: its dilation.</summary>
    public int StridedPadding { get; set; }

    /// <summary>Whether the convolutions of stem, blocks and projections have a bias. Default: false.</summary>
    public bool ConvBias { get; set; }

    /// <summary>The share of values that training drops before a block's last convolution. Default: 0.</summary>
    public double Dropout { get; set; }

    /// <summary>What carries a block's input past it. Default: B.</summary>
    public Shortcut Shortcut { get; set; }

    /// <summary>The kernel of a projection where the block strides or its stage is dilated; 1 elsewhere. Default: 1.</summary>
    public int ProjectionKernel { get; set; }

    /// <summary>The dilation of a 3x3 projection. Default: the dilation of its block.</summary>
    public int ProjectionDilation { get; set; }

    /// <summary>The average pool before a projection, which then does not stride (ResNet-D). Default: none.</summary>
    public AvgDown AvgDown { get; set; }

    /// <summary>The dilation of the first block of a dilated stage. Default: previous.</summary>
    public FirstDilation FirstDilation { get; set; }

    /// <summary>Which 3x3 of a basic block is dilated. Default: both.</summary>
    public BasicDilation BasicDilation { get; set; }

    /// <summary>One rate for each block of the last stage, which replaces its dilation.</summary>
    public int[]? MultiGrid { get; set; }

    /// <summary>What the rates of a multi-grid are. Default: absolute.</summary>
    public MultiGridMode MultiGridMode { get; set; }

    /// <summary>The kind of norm. Default: batch.</summary>
    public Norm Norm { get; set; }

    /// <summary>Norms: what is added to the variance. Default: 1e-5.</summary>
    public double NormEps { get; set; }

    /// <summary>Norms: the weight of a new batch in the running statistics. Default: 0.1.</summary>
    public double NormMomentum { get; set; }

    /// <summary>Norms: the groups of a group norm. Default: 32.</summary>
    public int NormGroups { get; set; }

    /// <summary>The activation. Default: relu.</summary>
    public Activation Activation { get; set; }

    /// <summary>The kind of attention. Default: none.</summary>
    public Attention Attention { get; set; }

    /// <summary>The hidden channels of squeeze-excitation for each channel of the block. Default: 0.0625.</summary>
    public double AttentionRatio { get; set; }

    /// <summary>The hidden channels of squeeze-excitation are rounded to a multiple of this. Default: 8.</summary>
    public int AttentionDivisor { get; set; }

    /// <summary>What strides in the place of a convolution or a max pool. Default: none.</summary>
    public AntiAliasing AntiAliasing { get; set; }

    /// <summary>How many blocks each stage has.</summary>
    public int[]? Blocks { get; set; }

    /// <summary>For each stage: the channels that the block kind multiplies: a basic block has width outputs, a bottleneck 4 x width. Default: 64 in the first stage, twice the stage before in the others.</summary>
    public int[]? Widths { get; set; }

    /// <summary>For each stage: the stride of the stage. Default: 1 in the first stage, 2 in the others.</summary>
    public int[]? Strides { get; set; }

    /// <summary>For each stage: the dilation of the stage's 3x3 convolutions. Default: 1.</summary>
    public int[]? Dilations { get; set; }

    /// <summary>The stride at which the network stops striding and dilates instead.</summary>
    public int OutputStride { get; set; }

    /// <summary>For each stage after the first, whether its stride becomes dilation.</summary>
    public bool[]? ReplaceStrideWithDilation { get; set; }

    /// <summary>What follows the last stage. Default: classifier.</summary>
    public Head Head { get; set; }

    /// <summary>The outputs of the head's linear layer. Default: 1000.</summary>
    public int Classes { get; set; }

    /// <summary>The kernel and stride of the head's average pool, which then fixes the size of the input. Default: the mean of each whole map.</summary>
    public int HeadPoolKernel { get; set; }

    /// <summary>Whether the head's linear layer has a bias. Default: true.</summary>
    public bool HeadBias { get; set; }

    /// <summary>The share of values that training drops before the linear layer. Default: 0.</summary>
    public double HeadDropout { get; set; }

    /// <summary>Whether a norm and an activation follow the last stage. Default: true where the last stage is pre-activated and there is a head.</summary>
    public bool FinalNorm { get; set; }

    /// <summary>The maps that Features returns, by name or number. Default: all.</summary>
    public string[]? Taps { get; set; }

    /// <summary>The first weights of convolutions. Default: kaiming_fan_out.</summary>
    public Init Init { get; set; }

    /// <summary>The first weights of the head's linear layer. Default: default.</summary>
    public LinearInit LinearInit { get; set; }

    /// <summary>Whether the last norm of each block starts at zero, so that the block starts as its shortcut. Default: false.</summary>
    public bool ZeroInitResidual { get; set; }

    /// <summary>The probability that training drops the main path of the last block; it grows linearly from 0 at the first. Default: 0.</summary>
    public double StochasticDepth { get; set; }

    /// <summary>What is frozen, in mm's counting: -1 nothing, 0 the stem, n the stem and the first n stages. Default: -1.</summary>
    public int FrozenStages { get; set; }

    /// <summary>What is not frozen, in torchvision's counting: one more than the stages trains all, as many as the stages freezes the stem.</summary>
    public int TrainableLayers { get; set; }

    /// <summary>Whether every batch norm stays in evaluation mode. Default: false.</summary>
    public bool NormEval { get; set; }

    /// <summary>Whose keys the state dict has. Default: torchvision.</summary>
    public Naming Naming { get; set; }
}
