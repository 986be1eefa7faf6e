using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using ResNetGen.Generator.Tests.Support;

namespace ResNetGen.Generator.Tests.Verification;

/// <summary>
/// Compares what a run generated with files that were reviewed and committed, by the conventions of
/// Verify.SourceGenerators, so that it can take this class's place:
/// <c>Class.Method#Hint.g.verified.cs</c> for each generated file (its first line names the hint),
/// <c>Class.Method.verified.txt</c> for diagnostics where there are any, and <c>_name=value</c> behind the method for
/// parameters. Text is UTF-8 with a byte order mark and LF. On a difference <c>*.received.*</c> is written beside the
/// verified file; it is deleted when they agree.
/// To accept what was received, review it, then run the tests with <c>RESNETGEN_ACCEPT_SNAPSHOTS=1</c>, or rename it.
/// </summary>
internal static class SnapshotVerifier
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    private static bool Accepts => Environment.GetEnvironmentVariable("RESNETGEN_ACCEPT_SNAPSHOTS") == "1";

    /// <summary>Compares a run with the snapshots of the calling test.</summary>
    /// <param name="run">What was generated.</param>
    /// <param name="parameters">The test's parameters with their values, as <c>name=value</c>.</param>
    /// <param name="test">The test's method.</param>
    /// <param name="file">The test's source file, named after its class.</param>
    public static void Verify(GeneratorRun run, string[]? parameters = null, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
        var name = string.Join('_', [Path.GetFileNameWithoutExtension(file) + "." + test, .. parameters ?? []]);
        VerifyIn(folder, name, Targets(run));
    }

    /// <summary>Compares texts with the files of one test in a folder.</summary>
    /// <param name="folder">Where the snapshots are.</param>
    /// <param name="name">The test: <c>Class.Method</c>.</param>
    /// <param name="targets">Each text with what follows the test's name in the file's, and the extension.</param>
    public static void VerifyIn(string folder, string name, IEnumerable<(string Suffix, string Extension, string Text)> targets)
    {
        Directory.CreateDirectory(folder);
        var failures = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (suffix, extension, text) in targets)
        {
            var verified = Path.Combine(folder, $"{name}{suffix}.verified.{extension}");
            known.Add(verified);
            if (Compare(verified, text.ReplaceLineEndings("\n")) is { } failure)
                failures.Add(failure);
        }

        foreach (var stale in FilesOf(folder, name).Where(f => !known.Contains(f.Replace(".received.", ".verified.", StringComparison.Ordinal))))
        {
            if (Accepts || stale.Contains(".received.", StringComparison.Ordinal))
                File.Delete(stale);
            else
                failures.Add($"{Path.GetFileName(stale)}: nothing of this name was generated");
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static string? Compare(string verified, string text)
    {
        var received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
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
        return $"{Path.GetFileName(verified)} {(expected is null ? "is new" : "differs")}; received:\n{Difference(expected ?? "", text)}";
    }

    // The lines that changed, each group behind the line before it.
    private static string Difference(string expected, string text)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, text).Lines;
        var shown = new StringBuilder();
        for (var i = 0; i < lines.Count && shown.Length < 4000; i++)
        {
            var mark = lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " };
            if (mark != "  " || (i + 1 < lines.Count && lines[i + 1].Type != ChangeType.Unchanged))
                shown.Append(mark).Append(lines[i].Text).Append('\n');
        }

        return shown.ToString();
    }

    // A test's name may begin another's: only a hint or an extension may follow it.
    private static string[] FilesOf(string folder, string name) =>
        [.. Directory.EnumerateFiles(folder, name + "*").Where(f => Path.GetFileName(f)[name.Length] is '#' or '.')];

    private static IEnumerable<(string Suffix, string Extension, string Text)> Targets(GeneratorRun run)
    {
        if (run.Diagnostics.Length > 0)
            yield return ("", "txt", DiagnosticText.Write(run.Diagnostics));

        foreach (var source in run.Result.GeneratedSources)
            yield return ("#" + Path.GetFileNameWithoutExtension(source.HintName), "cs", $"//HintName: {source.HintName}\n{source.SourceText}");
    }
}
