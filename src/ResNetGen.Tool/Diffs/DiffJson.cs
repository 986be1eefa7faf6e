using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Comparison;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Tool.Diffs;

/// <summary>The JSON of `diff` for two networks; docs/diff-and-locks.md says what its names mean.</summary>
internal sealed record DiffJson(
    string Old,
    string New,
    bool Same,
    bool OtherFunction,
    bool TrainingOnly,
    string OldHash,
    string NewHash,
    IReadOnlyDictionary<string, DiffJson.Pair<long?>> Numbers,
    IReadOnlyList<DiffJson.Part> Parts,
    IReadOnlyList<DiffJson.TapPair> Taps,
    IReadOnlyList<DiffJson.Setting> Settings,
    IReadOnlyList<DiffJson.Layer> Layers,
    IReadOnlyList<DiffJson.Key> Keys,
    IReadOnlyList<DiffJson.Setting> Training)
{
    public static DiffJson Of(NetworkDiff diff) => new(
        diff.OldName,
        diff.NewName,
        diff.IsSame,
        diff.IsOtherFunction,
        diff.IsTrainingOnly,
        diff.OldHash,
        diff.NewHash,
        diff.Numbers.ToDictionary(n => Camel(n.Name), PairOf, StringComparer.Ordinal),
        [.. diff.Parts.Select(p => new Part(p.Name, PairOf(p.Parameters), PairOf(p.Macs)))],
        [.. diff.Taps.Select(t => new TapPair(t.Name, TapJson.Of(t.Old), TapJson.Of(t.New)))],
        [.. diff.Settings.Select(Setting.Of)],
        [.. diff.Layers.Select(Layer.Of)],
        [.. diff.Keys.Select(Key.Of)],
        [.. diff.Training.Select(Setting.Of)]);

    private static Pair<long?> PairOf(NumberChange number) => new(number.Old, number.New);

    // "main path layers" is mainPathLayers, "MACs" is macs.
    private static string Camel(string name) => name == NumberNames.Macs
        ? "macs"
        : string.Concat(name.Split(' ').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    internal sealed record Pair<T>(T Old, T New);

    internal sealed record Part(string Name, Pair<long?> Parameters, Pair<long?> Macs);

    internal sealed record TapPair(string Name, TapJson? Old, TapJson? New);

    internal sealed record TapJson(int Channels, int Height, int Width, long Stride, long ReceptiveField)
    {
        public static TapJson? Of(Tap? tap) =>
            tap is null ? null : new(tap.Shape.Channels, tap.Shape.Height, tap.Shape.Width, tap.Stride, tap.ReceptiveField);
    }

    internal sealed record Setting(string Name, string? Old, string? New)
    {
        public static Setting Of(FactChange fact) => new(fact.Name, fact.Old, fact.New);
    }

    internal sealed record Layer(
        string Place,
        string Change,
        string? OldName,
        string? NewName,
        string? OldKind,
        string? NewKind,
        IReadOnlyList<Setting> Facts,
        string Sketch,
        bool TrainingOnly,
        bool Derived)
    {
        public static Layer Of(LayerChange change) => new(
            change.Place.ToString(),
            Word(change.Change),
            change.OldName,
            change.NewName,
            change.OldKind,
            change.NewKind,
            [.. change.Facts.Select(Setting.Of)],
            change.Sketch,
            change.IsTrainingOnly,
            change.IsDerived);
    }

    internal sealed record Key(string Fate, string Place, Tensor? Old, Tensor? New)
    {
        public static Key Of(KeyChange change) => new(Word(change.Fate), change.Place.ToString(), Tensor.Of(change.Old), Tensor.Of(change.New));
    }

    internal sealed record Tensor(string Key, int[] Shape, bool Buffer)
    {
        public static Tensor? Of(StateEntry? entry) => entry is null ? null : new(entry.Key, [.. entry.Shape], entry.IsBuffer);
    }
}
