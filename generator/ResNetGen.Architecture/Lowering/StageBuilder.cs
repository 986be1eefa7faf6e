using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers one stage: its settings, its blocks, and what they say that cannot work.</summary>
internal sealed class StageBuilder(StageSpec stage, int width, Findings findings)
{
    private readonly BlockKind _kind = stage.Get(BlockKeys.Block, BlockKind.Basic).Value;

    /// <summary>Builds the stage for <paramref name="channels"/> inputs, and tells how many channels leave it.</summary>
    public (Stage Stage, int Channels) Build(int channels)
    {
        var middle = MiddleWidth();
        var output = Check(_kind == BlockKind.Bottleneck ? 4L * width : width, "the output");
        var groups = stage.Get(BlockKeys.Groups, 1).Value;
        var stride = stage.Get(StageKeys.Stride, stage.Index == 0 ? 1 : 2).Value;
        var placement = stage.Get(BlockKeys.StridePlacement, StridePlacement.V1_5).Value;

        var shortcut = stage.Get(BlockKeys.Shortcut, ShortcutKind.B);
        if (shortcut.Value is ShortcutKind.A or ShortcutKind.ASplit && output < channels)
            findings.Add(Rules.ShortcutCannotShrink, shortcut.Site, $"stage {stage.Index + 1}", channels, output);

        var count = stage.Get(StageKeys.Blocks, 1).Value;
        var blocks = new Block[count];
        blocks[0] = Block(channels, stride, isFirst: true);
        // One object for all the rest: a deep network costs no more memory than a shallow one.
        var rest = count > 1 ? Block(output, 1, isFirst: false) : null;
        for (var i = 1; i < count; i++)
            blocks[i] = rest!;

        return (new Stage(NetworkBuilder.StageKey(stage.Index), blocks.ToEquatableArray()), output);

        Block Block(int input, int step, bool isFirst)
        {
            var widths = new BlockWidths(input, middle, output);
            return new Block(
                _kind,
                _kind == BlockKind.Bottleneck
                    ? MainPath.Bottleneck(widths, step, placement, groups)
                    : MainPath.Basic(widths, step),
                ShortcutBuilder.Build(shortcut.Value, widths, step, isFirst));
        }
    }

    private int MiddleWidth()
    {
        var groups = stage.Find(BlockKeys.Groups);
        var perGroup = stage.Find(BlockKeys.WidthPerGroup);
        if (_kind == BlockKind.Basic)
        {
            if (groups is { Value: not 1 } g)
                findings.Add(Rules.NoSuchSettingForBasic, g.Site, "groups", $"groups: {g.Value}");
            if (perGroup is { Value: not 64 } w)
                findings.Add(Rules.NoSuchSettingForBasic, w.Site, "width_per_group", $"width_per_group: {w.Value}");
            return width;
        }

        // torchvision's formula: int(planes * (width_per_group / 64)) * groups.
        var scaled = (long)width * (perGroup?.Value ?? 64);
        var middle = Check(scaled / 64 * (groups?.Value ?? 1), "the 3x3");
        if (scaled < 64)
            findings.Add(Rules.WidthVanishes, WidthSite, width, perGroup?.Value ?? 64);
        else if (scaled % 64 != 0)
            findings.Add(Rules.WidthTruncated, WidthSite, width, perGroup!.Value.Value, scaled / 64.0, scaled / 64);
        else if (perGroup is null && groups is { } g && width % g.Value != 0)
            findings.Add(Rules.GroupsDoNotDivide, WidthSite, g.Value, width, $"stage {stage.Index + 1}");

        return middle;
    }

    private Site WidthSite => stage.Find(StageKeys.Width)?.Site ?? stage.Site;

    private int Check(long channels, string what)
    {
        if (channels <= Bounds.Channels)
            return (int)channels;

        findings.Add(Rules.TooWide, WidthSite, what, $"stage {stage.Index + 1}", channels, Bounds.Channels);
        return Bounds.Channels;
    }
}
