using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Values;

/// <summary>
/// Keys that say one thing in several ways: where a spec lies over another and says it in its own way, the other's way
/// is taken out.
/// </summary>
internal static class Exclusions
{
    private static readonly Key[][] OfSpec =
    [
        [SpecKeys.N, SpecKeys.Depth],
        [SpecKeys.OutputStride, SpecKeys.ReplaceStride],
        [SpecKeys.FrozenStages, SpecKeys.TrainableLayers],
    ];

    // What the spec says for all stages, and what each stage says for itself.
    private static readonly (Key[] OfAll, Key OfEach)[] OfStages =
    [
        ([SpecKeys.N, SpecKeys.Depth], StageKeys.Blocks),
        ([SpecKeys.OutputStride, SpecKeys.ReplaceStride], StageKeys.Dilation),
    ];

    /// <summary>Returns what <paramref name="lower"/> still says under <paramref name="upper"/>, both whole specs.</summary>
    public static SpecMapping Apply(SpecMapping upper, SpecMapping lower)
    {
        foreach (var group in OfSpec)
        {
            foreach (var said in group.Where(k => Says(upper, k)))
                lower = Without(lower, [.. group.Where(k => k != said && !Says(upper, k))]);
        }

        foreach (var (ofAll, ofEach) in OfStages)
        {
            if (ofAll.Any(k => Says(upper, k)))
                lower = WithStages(lower, stage => Without(stage, ofEach));
            if (StagesOf(upper).Any(stage => Says(stage, ofEach)))
                lower = Without(lower, ofAll);
        }

        return upper.Find(SpecKeys.Stem.Name) is SpecMapping stem ? WithStem(stem, lower) : lower;
    }

    private static SpecMapping WithStem(SpecMapping stem, SpecMapping lower)
    {
        var isSpelt = Says(stem, StemKeys.Convolutions);
        return lower.Find(SpecKeys.Stem.Name) switch
        {
            // A lone word is a preset.
            SpecScalar when isSpelt => Without(lower, SpecKeys.Stem),
            SpecMapping below when isSpelt => With(lower, SpecKeys.Stem, Without(below, StemKeys.Preset, StemKeys.Channels)),
            SpecMapping below when Says(stem, StemKeys.Preset) || Says(stem, StemKeys.Channels) =>
                With(lower, SpecKeys.Stem, Without(below, StemKeys.Convolutions)),
            _ => lower,
        };
    }

    private static bool Says(SpecMapping mapping, Key key) => mapping.Find(key.Name) is not null;

    private static SpecMapping Without(SpecMapping mapping, params Key[] keys) => mapping with
    {
        Entries = mapping.Entries.Where(e => !keys.Any(k => k.Name == e.Key.Text)).ToEquatableArray(),
    };

    private static SpecMapping With(SpecMapping mapping, Key key, SpecValue value) => mapping with
    {
        Entries = mapping.Entries.Select(e => e.Key.Text == key.Name ? e with { Value = value } : e).ToEquatableArray(),
    };

    private static IEnumerable<SpecMapping> StagesOf(SpecMapping spec) =>
        spec.Find(SpecKeys.Stages.Name) is SpecList stages ? stages.Items.OfType<SpecMapping>() : [];

    private static SpecMapping WithStages(SpecMapping spec, Func<SpecMapping, SpecMapping> change) => spec.Find(SpecKeys.Stages.Name) is SpecList stages
        ? With(spec, SpecKeys.Stages, stages with
        {
            Items = stages.Items.Select(i => i is SpecMapping stage ? change(stage) : i).ToEquatableArray(),
        })
        : spec;
}
