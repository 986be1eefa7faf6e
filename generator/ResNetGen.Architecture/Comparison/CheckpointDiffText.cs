using System.Globalization;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A comparison with a file of weights for people: one line that says it all, and tables of what differs.</summary>
public static class CheckpointDiffText
{
    /// <summary>Returns the one line.</summary>
    public static string Headline(string network, string file, CheckpointDiff diff, int tensors)
    {
        var start = network + " and " + file + ": ";
        if (diff.IsSame)
            return start + "the same " + Count(tensors) + " tensors";

        var parts = new[]
        {
            (diff.Missing.Count, "missing"), (diff.Unexpected.Count, "unexpected"), (diff.Mismatched.Count, "of other sizes"), (diff.Retyped.Count, "of another type"),
        };
        return start + string.Join(", ", parts.Where(p => p.Item1 > 0).Select(p => Count(p.Item1) + " " + p.Item2)) + " of " + Count(tensors) + " tensors";
    }

    /// <summary>Returns tables of what differs; none where nothing does.</summary>
    public static IReadOnlyList<DiffSection> Sections(CheckpointDiff diff)
    {
        var sections = new[]
        {
            DiffSection.Of("Missing in the file", ["key", "shape", "nearest in the file"], diff.Missing.Select(m => new[] { m.Entry.Key, Shape(m.Entry.Shape), m.Nearest ?? "-" })),
            DiffSection.Of("Unexpected in the file", ["key", "shape", "type"], diff.Unexpected.Select(t => new[] { t.Key, Shape(t.Shape), t.Type })),
            DiffSection.Of("Other sizes", ["key", "network", "file"], diff.Mismatched.Select(m => new[] { m.Found.Key, Shape(m.Expected.Shape), Shape(m.Found.Shape) })),
            DiffSection.Of("Other types", ["network", "file", "#tensors", "first"], diff.Retyped
                .GroupBy(m => (Expected: CheckpointDiff.TypeOf(m.Expected), Found: m.Found.Type))
                .Select(g => new[] { g.Key.Expected, g.Key.Found, Count(g.Count()), g.First().Found.Key })),
        };
        return [.. sections.Where(s => s.Rows.Count > 0)];
    }

    private static string Shape<T>(IReadOnlyCollection<T> shape)
        where T : IFormattable =>
        shape.Count == 0 ? "scalar" : string.Join("x", shape.Select(s => s.ToString(format: null, CultureInfo.InvariantCulture)));

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
