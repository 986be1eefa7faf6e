using ResNetGen.Weights.Naming;

namespace ResNetGen.Weights.Matching;

/// <summary>Finds the network's names for a file's tensors.</summary>
internal static class FileNames
{
    private const string DataParallel = "module.";

    /// <summary>Returns the file's tensors by the names that they have in the network, as far as it has them.</summary>
    public static List<(string Name, CheckpointTensor Tensor)> Of(
        IReadOnlyList<CheckpointTensor> found, IReadOnlyList<ExpectedTensor> expected, LoadOptions options, List<string> notes)
    {
        var named = found.Select(t => (t.Name, Tensor: t)).ToList();
        if (options.Prefixes is { Count: > 0 } prefixes)
            named = Prefixed(named, prefixes, notes);

        if (named.Count > 0 && named.TrueForAll(t => t.Name.StartsWith(DataParallel, StringComparison.Ordinal))
            && !expected.Any(e => e.Name.StartsWith(DataParallel, StringComparison.Ordinal)))
        {
            named = named.ConvertAll(t => (t.Name[DataParallel.Length..], t.Tensor));
            notes.Add("'module.' was taken off every name");
        }

        return options.Naming is { } naming ? Converted(named, expected, naming, notes) : named;
    }

    private static List<(string Name, CheckpointTensor Tensor)> Prefixed(
        List<(string Name, CheckpointTensor Tensor)> named, IReadOnlyDictionary<string, string?> prefixes, List<string> notes)
    {
        var longestFirst = prefixes.OrderByDescending(p => p.Key.Length).ToList();
        var counts = longestFirst.ToDictionary(p => p.Key, _ => 0, StringComparer.Ordinal);
        var changed = new List<(string, CheckpointTensor)>();
        foreach (var (name, tensor) in named)
        {
            var at = longestFirst.FindIndex(p => name.StartsWith(p.Key, StringComparison.Ordinal));
            if (at >= 0)
                counts[longestFirst[at].Key]++;

            if (at < 0)
                changed.Add((name, tensor));
            else if (longestFirst[at].Value is { } replacement)
                changed.Add((string.Concat(replacement, name.AsSpan(longestFirst[at].Key.Length)), tensor));
        }

        notes.AddRange(prefixes.Select(p => p.Value is { } to
            ? $"'{p.Key}' became '{to}' in {counts[p.Key]} names"
            : $"{counts[p.Key]} tensors under '{p.Key}' were left out"));
        return changed;
    }

    // Both sides are read as roles: the network's own names say where a projection's layers lie.
    private static List<(string Name, CheckpointTensor Tensor)> Converted(
        List<(string Name, CheckpointTensor Tensor)> named, IReadOnlyList<ExpectedTensor> expected, KeyNaming naming, List<string> notes)
    {
        var file = new NamedState(named.Select(t => (t.Name, t.Tensor.Shape.Count)));
        var network = new NamedState(expected.Select(e => (e.Name, e.Shape.Count)));
        var names = new Dictionary<KeyRole, string>();
        foreach (var tensor in expected)
        {
            if (network.RoleOf(tensor.Name) is { } role)
                names.TryAdd(role, tensor.Name);
        }

        var changed = named.ConvertAll(t =>
            (Name: file.RoleOf(t.Name) is { } role && names.TryGetValue(role, out var name) ? name : t.Name, t.Tensor));
        var count = named.Zip(changed).Count(p => p.First.Name != p.Second.Name);
        notes.Add($"{count} names of {naming.ToString().ToLowerInvariant()} were turned into the network's");
        return changed;
    }
}
