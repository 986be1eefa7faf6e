using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace ResNetGen.Testing;

/// <summary>The files of one test.</summary>
internal sealed class SnapshotFolder(string folder, string test)
{
    private const string Verified = ".verified.";
    private const string Received = ".received.";
    private const int ShownCharacters = 4000;

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static bool Accepts => Environment.GetEnvironmentVariable("RESNETGEN_ACCEPT_SNAPSHOTS") == "1";

    public void Verify(IEnumerable<SnapshotText> texts)
    {
        Directory.CreateDirectory(folder);
        var failures = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var alike in texts.GroupBy(t => (t.Name, t.Extension)))
        {
            // Texts that nothing tells apart are numbered.
            List<SnapshotText> same = [.. alike];
            for (var i = 0; i < same.Count; i++)
            {
                var verified = Path.Combine(folder, test + Suffix(same[i].Name, same.Count == 1 ? null : i) + Verified + same[i].Extension);
                known.Add(verified);
                if (Compare(verified, same[i].Text.ReplaceLineEndings("\n")) is { } failure)
                    failures.Add(failure);
            }
        }

        foreach (var stale in Files().Where(f => !known.Contains(f.Replace(Received, Verified, StringComparison.Ordinal))))
        {
            if (Accepts || stale.Contains(Received, StringComparison.Ordinal))
                File.Delete(stale);
            else
                failures.Add($"{Path.GetFileName(stale)}: nothing of this name was generated");
        }

        if (failures.Count > 0)
            throw new SnapshotException(string.Join("\n\n", failures));
    }

    private static string Suffix(string? name, int? index)
    {
        var number = index?.ToString("D2", CultureInfo.InvariantCulture);
        return (name, number) switch
        {
            (null, null) => "",
            (null, _) => "#" + number,
            (_, null) => "#" + name,
            _ => "#" + name + "." + number,
        };
    }

    private static string? Compare(string verified, string text)
    {
        var received = verified.Replace(Verified, Received, StringComparison.Ordinal);
        var expected = File.Exists(verified) ? File.ReadAllText(verified, Encoding) : null;
        if (expected == text)
        {
            File.Delete(received);
            return null;
        }

        if (Accepts)
        {
            File.WriteAllText(verified, text, Encoding);
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, text, Encoding);
        var name = Path.GetFileName(verified);
        if (expected is null)
            return $"{name} is new; received:\n{Difference("", text)}";

        return expected.Contains('\r', StringComparison.Ordinal)
            ? $"{name} has lines that end in CR: snapshots have LF, tell git so (*{Verified}* text eol=lf)"
            : $"{name} differs; received:\n{Difference(expected, text)}";
    }

    // The lines that changed, each group behind the line before it.
    private static string Difference(string expected, string text)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, text).Lines;
        var shown = new StringBuilder();
        for (var i = 0; i < lines.Count && shown.Length < ShownCharacters; i++)
        {
            var mark = lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " };
            if (mark != "  " || (i + 1 < lines.Count && lines[i + 1].Type != ChangeType.Unchanged))
                shown.Append(mark).Append(lines[i].Text).Append('\n');
        }

        return shown.ToString();
    }

    // A test's name may begin another's: only a name or an extension may follow it.
    private IEnumerable<string> Files() => Directory.GetFiles(folder).Where(file =>
    {
        var name = Path.GetFileName(file);
        return name.StartsWith(test + Verified, StringComparison.Ordinal)
            || name.StartsWith(test + Received, StringComparison.Ordinal)
            || name.StartsWith(test + "#", StringComparison.Ordinal);
    });
}
