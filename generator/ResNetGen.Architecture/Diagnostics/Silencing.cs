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
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            // A comment begins a line, or has a space before it.
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]))
                continue;

            var end = text.IndexOfAny(['\r', '\n'], at);
            var list = text.Substring(at + Mark.Length, (end < 0 ? text.Length : end) - at - Mark.Length);
            foreach (var id in list.Split(','))
                ids.Add(id.Trim());
        }

        return ids.ToEquatableArray();
    }
}
