using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers the way past a block.</summary>
internal sealed class ShortcutBuilder(StageSettings settings, int output, KeyNames names, Diagnostics.Findings findings, string stage)
{
    /// <summary>Builds the shortcut of a block.</summary>
    public Shortcut Build(BlockPlace place)
    {
        var kind = settings.Shortcut.Value;
        var widens = place.In != output;
        return kind switch
        {
            ShortcutKind.None => new NoShortcut(),
            ShortcutKind.C => Projection(place),
            ShortcutKind.A or ShortcutKind.ASplit => Padded(place, isSplit: kind == ShortcutKind.ASplit),
            _ when widens || Projects(kind, place) => Projection(place),
            _ => Subsampled(place.Stride),
        };
    }

    // Where the channels stay.
    private bool Projects(ShortcutKind kind, BlockPlace place) => kind switch
    {
        ShortcutKind.BFirst when place.IsFirst => true,
        ShortcutKind.BDilation when place.Dilation != place.StageDilation => true,
        ShortcutKind.BPool => false,
        _ => place.Stride > 1 && settings.StrideBlock == StrideBlock.First,
    };

    private Shortcut Padded(BlockPlace place, bool isSplit)
    {
        var added = output - place.In;
        var before = isSplit ? added / 2 : 0;
        return added == 0 ? Subsampled(place.Stride) : new PaddedShortcut(place.Stride, before, added - before);
    }

    private static Shortcut Subsampled(int stride) => stride == 1 ? new IdentityShortcut() : new SubsampledShortcut(stride);

    private ProjectionShortcut Projection(BlockPlace place)
    {
        var pool = Pool(place);
        var keys = names.Projection(HasPlaceForPool(pool));
        var layers = new List<Layer>();
        if (pool is not null)
            layers.Add(pool with { Key = keys.Pool });

        layers.Add(new Convolution(keys.Convolution, place.In, output, Window(place), HasBias: settings.HasBias));
        // A pre-activated block's projection has its norm before it.
        if (!settings.IsPreactivated)
            settings.Norm.AddTo(layers, keys.Norm, output, stage, findings);

        return new ProjectionShortcut(new LayerChain("downsample", layers.ToEquatableArray()));
    }

    private bool HasPlaceForPool(Layer? pool) => pool is not null || settings.AvgDown.Value is AvgDown.Timm or AvgDown.Mm;

    private Window Window(BlockPlace place)
    {
        if (settings.AvgDown.Value != AvgDown.None)
            return Networks.Window.Point;

        if (settings.ProjectionKernel == 1 || (place.Stride == 1 && place.StageDilation == 1))
            return new Window(1, place.Stride);

        var dilation = settings.ProjectionDilation ?? place.Dilation;
        return new Window(3, place.Stride, settings.Padding(place.Stride, dilation), dilation);
    }

    private Layer? Pool(BlockPlace place) => (settings.AvgDown.Value, place) switch
    {
        (AvgDown.Timm, { Stride: > 1 }) => new AveragePool("", new Window(2, place.Stride, RoundsUp: true), CountsPadding: false),
        (AvgDown.Timm, { StageDilation: > 1 }) => new SameAveragePool(""),
        (AvgDown.Mm or AvgDown.Mmpretrain, { Stride: > 1 }) =>
            new AveragePool("", new Window(place.Stride, place.Stride, RoundsUp: true), CountsPadding: false),
        _ => null,
    };
}
