using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Everything that is said of a stage's blocks, with the defaults filled in.</summary>
internal sealed class StageSettings(StageSpec stage, Findings findings)
{
    public BlockKind Kind { get; } = stage.Kind;

    public StridePlacement StridePlacement { get; } = stage.Get(BlockKeys.StridePlacement, Specs.StridePlacement.V1_5).Value;

    public StrideBlock StrideBlock { get; } = stage.Get(BlockKeys.StrideBlock, Specs.StrideBlock.First).Value;

    public int? StridedPadding { get; } = stage.Find(BlockKeys.StridedPadding)?.Value;

    public bool HasBias { get; } = stage.Get(BlockKeys.ConvBias, otherwise: false).Value;

    public double Dropout { get; } = stage.Get(BlockKeys.Dropout, 0.0).Value;

    public int Groups { get; } = stage.Get(BlockKeys.Groups, 1).Value;

    public Said<ShortcutKind> Shortcut { get; } = stage.Get(BlockKeys.Shortcut, ShortcutKind.B);

    public int ProjectionKernel { get; } = stage.Get(BlockKeys.ProjectionKernel, 1).Value;

    public int? ProjectionDilation { get; } = stage.Find(BlockKeys.ProjectionDilation)?.Value;

    public Said<AvgDown> AvgDown { get; } = stage.Get(BlockKeys.AvgDown, Specs.AvgDown.None);

    public FirstDilation FirstDilation { get; } = stage.Get(BlockKeys.FirstDilation, Specs.FirstDilation.Previous).Value;

    public BasicDilation BasicDilation { get; } = stage.Get(BlockKeys.BasicDilation, Specs.BasicDilation.Both).Value;

    public MultiGridMode MultiGridMode { get; } = stage.Get(BlockKeys.MultiGridMode, Specs.MultiGridMode.Absolute).Value;

    public AntiAliasing AntiAliasing { get; } = stage.Get(BlockKeys.AntiAliasing, Specs.AntiAliasing.None).Value;

    public Activation Activation { get; } = new(stage.Get(BlockKeys.Activation, ActivationKind.Relu).Value);

    public NormSettings Norm { get; } = NormSettings.Of(stage.Find(BlockKeys.Norm), stage.Site);

    public bool IsPreactivated => Kind.IsPreactivated();

    public bool IsBottleneck => Kind.IsBottleneck();

    /// <summary>The padding of a 3x3 convolution, in the main path or in a projection.</summary>
    public int Padding(int stride, int dilation) => stride > 1 ? StridedPadding ?? dilation : dilation;

    /// <summary>Adds what weighs <paramref name="channels"/> channels, if anything does.</summary>
    public void AddAttention(List<Layer> layers, int channels)
    {
        var said = stage.Find(BlockKeys.Attention)?.Value ?? new Section(stage.Site);
        var kind = said.Get(AttentionKeys.Kind, AttentionKind.None).Value;
        if (kind == AttentionKind.Se)
            layers.Add(new SqueezeExcitation("se", channels, Hidden(channels, said)));
        else if (kind == AttentionKind.Eca)
            layers.Add(new ChannelAttention("se", channels, EcaKernel(channels)));
    }

    /// <summary>Works out the widths of the stage's blocks for a stage of <paramref name="width"/>.</summary>
    public StageWidths Widths(int width)
    {
        var site = stage.FindOwn(StageKeys.Width)?.Site ?? stage.Site;
        var expansion = stage.Get(BlockKeys.Expansion, IsBottleneck ? 4 : 1).Value;
        var output = Check((long)expansion * width, "the output", site);
        var inner = IsBottleneck ? BottleneckWidth(width, site) : width;
        if (!IsBottleneck)
            RefuseGroups();

        var divisor = stage.Get(BlockKeys.WidthDivisor, 1).Value;
        if (divisor > 1)
            inner = Check(Rounded(inner, divisor), "the inner width", site);

        var reduction = stage.Get(BlockKeys.ReduceFirst, 1);
        var first = inner / reduction.Value;
        if (inner > 0 && first == 0)
        {
            findings.Add(Rules.WidthVanishes, reduction.Site, $"the first convolution of {stage.Shown}", FormattableString.Invariant($"{inner} / {reduction.Value}"));
            first = 1;
        }

        if (IsBottleneck && inner > 0 && (first % Groups != 0 || inner % Groups != 0))
        {
            var (channels, culprit) = first % Groups != 0 && reduction.Value > 1
                ? (first, reduction.Site)
                : (inner, stage.Find(BlockKeys.WidthDivisor)?.Site ?? site);
            findings.Add(Rules.GroupsDoNotDivide, culprit, Groups, channels, $"the 3x3 of {stage.Shown}");
        }

        return new StageWidths(first, inner, output);
    }

    // torchvision's formula: int(planes * (width_per_group / 64)) * groups.
    private int BottleneckWidth(int width, Site site)
    {
        var perGroup = stage.Find(BlockKeys.WidthPerGroup);
        var scaled = (long)width * (perGroup?.Value ?? 64);
        var middle = Check(scaled / 64 * Groups, "the 3x3", site);
        if (scaled < 64)
        {
            findings.Add(Rules.WidthVanishes, site, $"the 3x3 of {stage.Shown}", FormattableString.Invariant($"width {width} with width_per_group {perGroup?.Value ?? 64}"));
            return 0;
        }

        if (scaled % 64 != 0)
            findings.Add(Rules.WidthTruncated, site, width, perGroup!.Value.Value, scaled / 64.0, scaled / 64);
        else if (perGroup is null && width % Groups != 0)
            findings.Add(Rules.GroupsDoNotDivide, site, Groups, width, stage.Shown);

        return middle;
    }

    private void RefuseGroups()
    {
        if (stage.Find(BlockKeys.Groups) is { Value: not 1 } groups)
            findings.Add(Rules.NoSuchSettingForBasic, groups.Site, "groups");
        if (stage.Find(BlockKeys.WidthPerGroup) is { Value: not 64 } width)
            findings.Add(Rules.NoSuchSettingForBasic, width.Site, "width_per_group");
    }

    private int Check(long channels, string what, Site site)
    {
        if (channels <= Bounds.Channels)
            return (int)channels;

        findings.Add(Rules.TooWide, site, what, stage.Shown, channels, Bounds.Channels);
        return Bounds.Channels;
    }

    // timm's make_divisible: never less than nine tenths of what was asked.
    private static long Rounded(int width, int divisor)
    {
        var rounded = Math.Max(divisor, (int)(width + (divisor / 2.0)) / divisor * divisor);
        return rounded < 0.9 * width ? rounded + divisor : rounded;
    }

    private static int Hidden(int channels, Section said)
    {
        var divisor = said.Get(AttentionKeys.Divisor, 8).Value;
        return Math.Max(divisor, (int)((channels * said.Get(AttentionKeys.Ratio, 0.0625).Value) + (divisor / 2.0)) / divisor * divisor);
    }

    private static int EcaKernel(int channels)
    {
        var t = (int)((Math.Log(channels, 2) + 1) / 2);
        return Math.Max(3, t % 2 == 1 ? t : t + 1);
    }
}

/// <summary>The channels of a stage's blocks: out of the first convolution, through the inner one, out of the block.</summary>
internal readonly record struct StageWidths(int First, int Inner, int Output);
