using System.Globalization;
using System.Text.RegularExpressions;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Comparison;

/// <summary>Changes of the state dict in as few lines as say all of them.</summary>
internal static class KeyLines
{
    // More modules than that are named without their shapes: the layers' own lines say what became of them.
    private const int MostShapes = 2;

    /// <summary>Returns lines: what, where, and which tensors.</summary>
    public static IEnumerable<string[]> Of(IEnumerable<KeyChange> changes)
    {
        foreach (var fate in changes.GroupBy(c => c.Fate).OrderBy(g => g.Key))
        {
            var places = fate.GroupBy(c => c.Place).Select(g => (Place: g.Key, Count: g.Count(), Text: TextOf([.. g])));
            foreach (var alike in places.GroupBy(p => p.Text, StringComparer.Ordinal))
            {
                yield return
                [
                    WordOf(fate.Key),
                    alike.Sum(p => p.Count).ToString("N0", CultureInfo.InvariantCulture),
                    Place.Shorten(alike.Select(p => p.Place)),
                    alike.Key,
                ];
            }
        }
    }

    private static string TextOf(IReadOnlyList<KeyChange> changes)
    {
        var first = changes[0];
        switch (first.Fate)
        {
            case KeyFate.Renamed:
                return string.Join(", ", changes.Select(Renamed).Distinct(StringComparer.Ordinal));
            case KeyFate.Reshaped when changes.Select(c => ModuleOf(c.NewName!)).Distinct(StringComparer.Ordinal).Count() <= MostShapes:
                return string.Join(", ", changes.Select(c => c.NewName + " " + ShapeOf(c.Old!) + " → " + ShapeOf(c.New!)));
            case KeyFate.Retyped:
                return Modules(changes) + (first.New!.IsBuffer ? ": parameters → buffers" : ": buffers → parameters");
            default:
                return Modules(changes);
        }
    }

    private static string Modules(IEnumerable<KeyChange> changes) =>
        string.Join(", ", changes.Select(c => ModuleOf((c.NewName ?? c.OldName)!)).Distinct(StringComparer.Ordinal));

    // Where blocks are called otherwise, too, N stands for the numbers of stage and block.
    private static string Renamed(KeyChange change)
    {
        var (old, now) = (BlockOf(change.Old!, change.OldName!), BlockOf(change.New!, change.NewName!));
        var (oldModule, newModule) = (ModuleOf(change.OldName!), ModuleOf(change.NewName!));
        if (old == now)
            return oldModule + " → " + newModule;

        return oldModule == newModule ? old + "* → " + now + "*" : old + oldModule + " → " + now + newModule;
    }

    private static string BlockOf(StateEntry entry, string name) => Regex.Replace(
        entry.Key.Substring(0, entry.Key.Length - name.Length), "[0-9]+", "N", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static string ModuleOf(string name) => name.Substring(0, name.LastIndexOf('.'));

    private static string ShapeOf(StateEntry entry) => string.Join("x", entry.Shape.Select(FactValue.Of));

    private static string WordOf(KeyFate fate) => fate switch
    {
        KeyFate.Added => "added",
        KeyFate.Removed => "removed",
        KeyFate.Renamed => "renamed",
        KeyFate.Reshaped => "reshaped",
        _ => "kept",
    };
}
