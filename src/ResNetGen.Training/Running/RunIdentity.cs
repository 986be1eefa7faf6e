using System.Globalization;

namespace ResNetGen.Training;

/// <summary>What must be the same when a run goes on.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Spec">The text of its spec; null where its class has none.</param>
/// <param name="Recipe">The recipe, as YAML.</param>
/// <param name="Data">The pictures.</param>
internal sealed record RunIdentity(string Network, string? Spec, string Recipe, DataFacts Data)
{
    /// <summary>The spec that a generated class quotes; null of other classes.</summary>
    public static string? SpecOf(Type network) =>
        network.GetNestedType("Architecture")?.GetField("Spec")?.GetValue(null) as string;

    /// <summary>Says what differs from a checkpoint's run; nothing where it can go on.</summary>
    public IReadOnlyList<string> DifferencesFrom(TrainingCheckpoint there)
    {
        var differences = new List<string>();
        if (Network != there.Network)
            differences.Add($"network: {there.Network} there, {Network} here");
        if (Lines("spec", there.Spec ?? "", Spec ?? "") is { } spec)
            differences.Add(spec);
        if (Lines("recipe", there.Recipe, Recipe) is { } recipe)
            differences.Add(recipe);

        differences.AddRange(Data.DifferencesFrom(there.Data));
        return differences;
    }

    // The first line that differs tells most.
    private static string? Lines(string what, string there, string here)
    {
        if (there == here)
            return null;

        var (before, now) = (there.Split('\n'), here.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(before.Length, now.Length)).First(i => At(before, i) != At(now, i));
        return string.Create(CultureInfo.InvariantCulture, $"{what}, line {line + 1}: {Shown(At(before, line))} there, {Shown(At(now, line))} here");
    }

    private static string? At(string[] lines, int index) => index < lines.Length ? lines[index].TrimEnd('\r') : null;

    private static string Shown(string? line) => line is null ? "nothing" : $"'{line.Trim()}'";
}
