using ResNetGen.Architecture.Comparison;

namespace ResNetGen.Tool.Diffs;

/// <summary>The JSON of `diff` for a network and a file of weights; docs/diff-and-locks.md says what its names mean.</summary>
internal sealed record CheckpointDiffJson(
    string Network,
    string File,
    bool Same,
    IReadOnlyList<CheckpointDiffJson.MissingJson> Missing,
    IReadOnlyList<CheckpointDiffJson.StoredJson> Unexpected,
    IReadOnlyList<CheckpointDiffJson.Sizes> Mismatched,
    IReadOnlyList<CheckpointDiffJson.Types> Retyped)
{
    public static CheckpointDiffJson Of(string network, string file, CheckpointDiff diff) => new(
        network,
        file,
        diff.IsSame,
        [.. diff.Missing.Select(m => new MissingJson(m.Entry.Key, [.. m.Entry.Shape], m.Nearest))],
        [.. diff.Unexpected.Select(t => new StoredJson(t.Key, [.. t.Shape], t.Type))],
        [.. diff.Mismatched.Select(m => new Sizes(m.Found.Key, [.. m.Expected.Shape], [.. m.Found.Shape]))],
        [.. diff.Retyped.Select(m => new Types(m.Found.Key, CheckpointDiff.TypeOf(m.Expected), m.Found.Type))]);

    internal sealed record MissingJson(string Key, int[] Shape, string? Nearest);

    internal sealed record StoredJson(string Key, long[] Shape, string Type);

    internal sealed record Sizes(string Key, int[] Network, long[] File);

    internal sealed record Types(string Key, string Network, string File);
}
