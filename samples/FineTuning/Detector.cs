using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FineTuning;

/// <summary>Says where something is: a score for every cell of 4 x 4 pixels, from the maps C3 to C5 of a backbone.</summary>
/// <remarks>The maps come to one size from the top down, as in a feature pyramid (Lin et al. 2017).</remarks>
internal sealed class Detector : nn.Module<Tensor, Tensor>
{
    private const int Width = 16;
    private readonly ShapeBackbone _backbone = new();
    private readonly Conv2d _lateral3 = nn.Conv2d(ShapeBackbone.Architecture.C3.Channels, Width, 1);
    private readonly Conv2d _lateral4 = nn.Conv2d(ShapeBackbone.Architecture.C4.Channels, Width, 1);
    private readonly Conv2d _lateral5 = nn.Conv2d(ShapeBackbone.Architecture.C5.Channels, Width, 1);
    private readonly Conv2d _score = nn.Conv2d(Width, 1, 3, padding: 1);

    public Detector()
        : base(nameof(Detector))
    {
        // A recipe's frozen stages and rates find a backbone by this name.
        register_module("backbone", _backbone);
        register_module("lateral3", _lateral3);
        register_module("lateral4", _lateral4);
        register_module("lateral5", _lateral5);
        register_module("score", _score);
    }

    /// <summary>The network that makes the maps.</summary>
    public ShapeBackbone Backbone => _backbone;

    /// <summary>Pixels from cell to cell.</summary>
    public static int Stride => ShapeBackbone.Architecture.C3.Stride;

    /// <summary>Takes <c>[N, 3, H, W]</c>, gives scores in (0, 1), <c>[N, 1, H / 2, W / 2]</c>.</summary>
    public override Tensor forward(Tensor input)
    {
        using var scope = torch.NewDisposeScope();
        using var maps = _backbone.Features(input);
        var top = _lateral5.call(maps.C5);
        var middle = _lateral4.call(maps.C4) + Twice(top);
        var fine = _lateral3.call(maps.C3) + Twice(middle);
        return _score.call(fine.relu()).sigmoid().MoveToOuterDisposeScope();
    }

    private static Tensor Twice(Tensor map) => nn.functional.interpolate(map, scale_factor: [2, 2]);
}
