using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Diagnostics;

/// <summary>Warnings that a spec's own comments silence: <c># resnetgen: disable RNG1008, RNG1021</c>.</summary>
public static class Silencing
{
    private const string Mark = "# resnetgen: disable ";

    /// <summary>Returns what is left of <paramref name="findings"/> when each file's comments have had their say.</summary>
    public static IEnumerable<Finding> Filter(IEnumerable<Finding> findings, IEnumerable<SpecDocument> documents)
    {
        var silenced = documents.Where(d => d.Silenced.Count > 0).ToList();
        return findings.Where(f => f.Rule.Severity == Severity.Error
            || !silenced.Exists(d => d.Path == f.Site.Path && d.Silenced.Contains(f.Rule.Id, StringComparer.Ordinal)));
    }

    internal static EquatableArray<string> Of(string text)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0;)
        {
            // A comment begins a line, or has a space before it; what follows on its line is its own.
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            {
                at = text.IndexOf(Mark, at + 1, StringComparison.Ordinal);
                continue;
            }

            var start = at + Mark.Length;
            var end = text.IndexOfAny(['\r', '\n'], start);
            end = end < 0 ? text.Length : end;
            foreach (var id in text.Substring(start, end - start).Split(','))
                ids.Add(id.Trim());

            at = text.IndexOf(Mark, end, StringComparison.Ordinal);
        }

        return ids.ToEquatableArray();
    }
}
