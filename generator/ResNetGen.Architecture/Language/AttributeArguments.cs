using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Language;

/// <summary>Where each argument of the attribute belongs in a spec.</summary>
/// <param name="Name">The argument, as C# has it.</param>
/// <param name="Key">The key that it gives a value.</param>
/// <param name="Path">The keys that lead to the mapping that has the key, outermost first; none for the spec itself.</param>
/// <param name="IsPerItem">Whether the last of the path holds a list, and the argument one value for each of its items.</param>
public sealed record AttributeArgument(string Name, Key Key, EquatableArray<Key> Path, bool IsPerItem = false)
{
    /// <summary>Every argument.</summary>
    public static readonly EquatableArray<AttributeArgument> All = new[]
    {
        Of("Name", SpecKeys.Name),
        Of("Input", SpecKeys.Input),
        Of("N", SpecKeys.N),
        Of("Depth", SpecKeys.Depth),
        Of("Stem", StemKeys.Preset, SpecKeys.Stem),
        Of("StemChannels", StemKeys.Channels, SpecKeys.Stem),
        Each("StemConvChannels", StemKeys.ConvolutionChannels, SpecKeys.Stem, StemKeys.Convolutions),
        Each("StemConvKernels", StemKeys.Kernel, SpecKeys.Stem, StemKeys.Convolutions),
        Each("StemConvStrides", StemKeys.Stride, SpecKeys.Stem, StemKeys.Convolutions),
        Each("StemConvPaddings", StemKeys.Padding, SpecKeys.Stem, StemKeys.Convolutions),
        Of("StemPool", StemKeys.Kind, SpecKeys.Stem, StemKeys.Pool),
        Of("StemPoolKernel", StemKeys.Kernel, SpecKeys.Stem, StemKeys.Pool),
        Of("StemPoolStride", StemKeys.Stride, SpecKeys.Stem, StemKeys.Pool),
        Of("StemPoolPadding", StemKeys.Padding, SpecKeys.Stem, StemKeys.Pool),
        Of("StemPoolCeilMode", StemKeys.CeilMode, SpecKeys.Stem, StemKeys.Pool),
        Of("StemPoolCountIncludePad", StemKeys.CountIncludePad, SpecKeys.Stem, StemKeys.Pool),
        Of("StemPoolPadValue", StemKeys.PadValue, SpecKeys.Stem, StemKeys.Pool),
        Of("StemPoolAntiAliasing", StemKeys.AntiAliasing, SpecKeys.Stem, StemKeys.Pool),
        Of("Block", BlockKeys.Block),
        Of("Expansion", BlockKeys.Expansion),
        Of("Groups", BlockKeys.Groups),
        Of("WidthPerGroup", BlockKeys.WidthPerGroup),
        Of("WidthDivisor", BlockKeys.WidthDivisor),
        Of("ReduceFirst", BlockKeys.ReduceFirst),
        Of("StridePlacement", BlockKeys.StridePlacement),
        Of("StrideBlock", BlockKeys.StrideBlock),
        Of("StridedPadding", BlockKeys.StridedPadding),
        Of("ConvBias", BlockKeys.ConvBias),
        Of("Dropout", BlockKeys.Dropout),
        Of("Shortcut", BlockKeys.Shortcut),
        Of("ProjectionKernel", BlockKeys.ProjectionKernel),
        Of("ProjectionDilation", BlockKeys.ProjectionDilation),
        Of("AvgDown", BlockKeys.AvgDown),
        Of("FirstDilation", BlockKeys.FirstDilation),
        Of("BasicDilation", BlockKeys.BasicDilation),
        Of("MultiGrid", StageKeys.MultiGrid),
        Of("MultiGridMode", BlockKeys.MultiGridMode),
        Of("Norm", NormKeys.Kind, BlockKeys.Norm),
        Of("NormEps", NormKeys.Eps, BlockKeys.Norm),
        Of("NormMomentum", NormKeys.Momentum, BlockKeys.Norm),
        Of("NormGroups", NormKeys.Groups, BlockKeys.Norm),
        Of("Activation", BlockKeys.Activation),
        Of("Attention", AttentionKeys.Kind, BlockKeys.Attention),
        Of("AttentionRatio", AttentionKeys.Ratio, BlockKeys.Attention),
        Of("AttentionDivisor", AttentionKeys.Divisor, BlockKeys.Attention),
        Of("AntiAliasing", BlockKeys.AntiAliasing),
        Each("Blocks", StageKeys.Blocks, SpecKeys.Stages),
        Each("Widths", StageKeys.Width, SpecKeys.Stages),
        Each("Strides", StageKeys.Stride, SpecKeys.Stages),
        Each("Dilations", StageKeys.Dilation, SpecKeys.Stages),
        Of("OutputStride", SpecKeys.OutputStride),
        Of("ReplaceStrideWithDilation", SpecKeys.ReplaceStride),
        Of("Head", HeadKeys.Kind, SpecKeys.Head),
        Of("Classes", HeadKeys.Classes, SpecKeys.Head),
        Of("HeadPoolKernel", HeadKeys.PoolKernel, SpecKeys.Head),
        Of("HeadBias", HeadKeys.Bias, SpecKeys.Head),
        Of("HeadDropout", HeadKeys.Dropout, SpecKeys.Head),
        Of("FinalNorm", SpecKeys.FinalNorm),
        Of("Taps", SpecKeys.Taps),
        Of("Init", SpecKeys.Init),
        Of("LinearInit", SpecKeys.LinearInit),
        Of("ZeroInitResidual", SpecKeys.ZeroInitResidual),
        Of("StochasticDepth", SpecKeys.StochasticDepth),
        Of("FrozenStages", SpecKeys.FrozenStages),
        Of("TrainableLayers", SpecKeys.TrainableLayers),
        Of("NormEval", SpecKeys.NormEval),
        Of("Naming", SpecKeys.Naming),
    }.ToEquatableArray();

    private static AttributeArgument Of(string name, Key key, params Key[] path) => new(name, key, path.ToEquatableArray());

    private static AttributeArgument Each(string name, Key key, params Key[] path) => new(name, key, path.ToEquatableArray(), IsPerItem: true);
}
