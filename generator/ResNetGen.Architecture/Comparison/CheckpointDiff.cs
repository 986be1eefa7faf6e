using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>What differs between a network's state dict and the tensors of a file.</summary>
/// <param name="Missing">What the network has and the file has not, each with the file's nearest name that the network has not, or null.</param>
/// <param name="Unexpected">What the file has and the network has not.</param>
/// <param name="Mismatched">What has other sizes.</param>
/// <param name="Retyped">What has elements of another type than a new network's: float32, and int64 for counters.</param>
public sealed record CheckpointDiff(
    EquatableArray<MissingTensor> Missing,
    EquatableArray<StoredTensor> Unexpected,
    EquatableArray<StoredMismatch> Mismatched,
    EquatableArray<StoredMismatch> Retyped)
{
    private const string Counter = "num_batches_tracked";

    // Names are compared in pairs: more would take longer than anybody waits for a hint.
    private const int MostHints = 200;

    /// <summary>Whether the file has what the network has, and nothing else.</summary>
    public bool IsSame => Missing.Count + Unexpected.Count + Mismatched.Count + Retyped.Count == 0;

    /// <summary>The type that a new network's tensor has.</summary>
    public static string TypeOf(StateEntry entry) => entry.Key.EndsWith(Counter, StringComparison.Ordinal) ? "int64" : "float32";

    /// <summary>Compares; the order of the tensors does not matter.</summary>
    public static CheckpointDiff Compare(IReadOnlyList<StateEntry> network, IReadOnlyList<StoredTensor> file)
    {
        var stored = file.ToDictionary(t => t.Key, StringComparer.Ordinal);
        var known = new HashSet<string>(network.Select(e => e.Key), StringComparer.Ordinal);
        var unexpected = file.Where(t => !known.Contains(t.Key)).ToEquatableArray();
        var pairs = network.Where(e => stored.ContainsKey(e.Key)).Select(e => new StoredMismatch(e, stored[e.Key])).ToList();
        return new CheckpointDiff(
            network.Where(e => !stored.ContainsKey(e.Key)).Select((e, i) => new MissingTensor(e, i < MostHints ? Nearest(e, unexpected) : null)).ToEquatableArray(),
            unexpected,
            pairs.Where(p => !p.Expected.Shape.Select(s => (long)s).SequenceEqual(p.Found.Shape)).ToEquatableArray(),
            pairs.Where(p => TypeOf(p.Expected) != p.Found.Type).ToEquatableArray());
    }

    // Of the same sizes first: what a renaming leaves.
    private static string? Nearest(StateEntry entry, IReadOnlyCollection<StoredTensor> unexpected) =>
        NearestWord.Find(entry.Key, unexpected.Where(t => t.Shape.SequenceEqual(entry.Shape.Select(s => (long)s))).Take(MostHints).Select(t => t.Key))
        ?? NearestWord.Find(entry.Key, unexpected.Take(MostHints).Select(t => t.Key));
}

/// <summary>A tensor that a file lacks.</summary>
/// <param name="Entry">What the network has.</param>
/// <param name="Nearest">The nearest name in the file, or null.</param>
public sealed record MissingTensor(StateEntry Entry, string? Nearest);

/// <summary>A tensor that is another in a file.</summary>
/// <param name="Expected">What the network has.</param>
/// <param name="Found">What the file has.</param>
public sealed record StoredMismatch(StateEntry Expected, StoredTensor Found);
