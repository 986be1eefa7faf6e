using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers one stage: its settings, its blocks, and what they say that cannot work.</summary>
internal sealed class StageBuilder
{
    private readonly StageSpec _stage;
    private readonly StageSettings _settings;
    private readonly StageWidths _widths;
    private readonly KeyNames _names;
    private readonly MainPath _mainPath;
    private readonly ShortcutBuilder _shortcut;
    private readonly int _count;
    private readonly EquatableArray<int>? _rates;

    public StageBuilder(ResNetSpec spec, StageSpec stage, int width, int count, KeyNames names, Findings findings)
    {
        _stage = stage;
        _count = count;
        _names = names;
        _settings = new StageSettings(stage, findings);
        _widths = _settings.Widths(width);
        _mainPath = new MainPath(_settings, _widths, names, stage.Shown, findings);
        _shortcut = new ShortcutBuilder(_settings, _widths.Output, names, findings, stage.Shown);
        _rates = Rates(spec, findings);
        Channels = _widths.Output;
        if (_settings.AvgDown is { Value: not AvgDown.None } twice && _settings.ProjectionKernel == 3)
            findings.Add(Rules.SaidTwice, twice.Site, BlockKeys.AvgDown.Name, "projection_kernel: 3");
    }

    /// <summary>The channels that leave the stage.</summary>
    public int Channels { get; }

    /// <summary>The settings of the stage's blocks.</summary>
    public StageSettings Settings => _settings;

    /// <summary>Builds the stage for <paramref name="channels"/> inputs.</summary>
    public Stage Build(int channels, StageReach reach, Findings findings, CancellationToken cancellation)
    {
        var shortcut = _settings.Shortcut;
        if (shortcut.Value is ShortcutKind.A or ShortcutKind.ASplit && _widths.Output < channels)
            findings.Add(Rules.ShortcutCannotShrink, shortcut.Site, _stage.Shown, channels, _widths.Output);

        // One object for all equal blocks: a deep network costs no more memory than a shallow one.
        var known = new Dictionary<BlockPlace, Block>();
        var blocks = new Block[_count];
        for (var i = 0; i < _count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = Place(i, i == 0 ? channels : _widths.Output, reach);
            if (!known.TryGetValue(place, out var block))
                known.Add(place, block = Block(place));

            blocks[i] = block;
        }

        return new Stage(_names.Stage(_stage.Index), blocks.ToEquatableArray());
    }

    private BlockPlace Place(int index, int channels, StageReach reach)
    {
        var strides = _settings.StrideBlock == StrideBlock.First ? index == 0 : index == _count - 1;
        return new BlockPlace(channels, strides ? reach.Stride : 1, Dilation(index, reach), reach.Dilation, index == 0);
    }

    private int Dilation(int index, StageReach reach) => (_rates, _settings.MultiGridMode, _settings.FirstDilation) switch
    {
        ({ } rates, MultiGridMode.Absolute, _) => rates[index],
        ({ } rates, _, _) => rates[index] * reach.Dilation,
        (_, _, FirstDilation.Previous) when index == 0 && reach.Dilation > 1 => reach.Previous,
        (_, _, FirstDilation.Half) when index == 0 && reach.Dilation > 1 => reach.Dilation / 2,
        _ => reach.Dilation,
    };

    private Block Block(BlockPlace place)
    {
        var (before, residual) = _mainPath.Build(place);
        return new Block(
            _settings.Kind, before, residual, _shortcut.Build(place), _settings.IsPreactivated ? null : _settings.Activation);
    }

    private EquatableArray<int>? Rates(ResNetSpec spec, Findings findings)
    {
        var said = spec.MultiGridOf(_stage);
        if (said is not { } rates || rates.Value.Count == _count)
            return said?.Value;

        findings.Add(Rules.WrongCount, rates.Site, string.Format(
            CultureInfo.InvariantCulture, "{0} rates, one for each block of {1}", _count, _stage.Shown), rates.Value.Count);
        return null;
    }
}
