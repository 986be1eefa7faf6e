using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Lowering;

/// <summary>Lowers the stem.</summary>
internal static class StemBuilder
{
    public static int Channels(ResNetSpec spec) => spec.Stem.Get(StemKeys.Channels, Kind(spec) switch
    {
        StemKind.Conv3x3 => spec.Stages[0].Get(StageKeys.Width, 64).Value,
        _ => 64,
    }).Value;

    public static Stem Build(ResNetSpec spec)
    {
        var (window, pool) = Kind(spec) switch
        {
            StemKind.Conv3x3 => (new Window(3, Padding: 1), null),
            _ => (new Window(7, Stride: 2, Padding: 3), new MaxPool("maxpool", new Window(3, Stride: 2, Padding: 1))),
        };
        var channels = Channels(spec);
        var body = new Layer[]
        {
            new Convolution("conv1", spec.Input.Value.Channels, channels, window), new BatchNorm("bn1", channels), new Relu(),
        };
        return new Stem(body.ToEquatableArray(), pool);
    }

    private static StemKind Kind(ResNetSpec spec) => spec.Stem.Get(StemKeys.Preset, StemKind.Conv7x7).Value;
}
