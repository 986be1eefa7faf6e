using Microsoft.CodeAnalysis;

namespace ResNetGen.Testing;

/// <summary>One text of a test, and what tells its file from the test's others.</summary>
/// <param name="Name">What follows <c>#</c> in the file's name; null where nothing does.</param>
/// <param name="Extension">The file's extension, without a dot.</param>
/// <param name="Text">The text.</param>
public sealed record SnapshotText(string? Name, string Extension, string Text)
{
    /// <summary>The texts of a run: its diagnostics, where there are any, and every generated file.</summary>
    public static IEnumerable<SnapshotText> Of(Generation made)
    {
        ArgumentNullException.ThrowIfNull(made);
        if (made.Diagnostics.Length > 0)
            yield return new SnapshotText(null, "txt", DiagnosticText.Write(made.Diagnostics));

        foreach (var source in made.Result.GeneratedSources.OrderBy(s => s.HintName, StringComparer.Ordinal))
            yield return new SnapshotText(NameOf(source), "cs", $"//HintName: {source.HintName}\n{source.SourceText}");
    }

    // The compiler's path of a generated file ends with its hint.
    private static string NameOf(GeneratedSourceResult source) =>
        SnapshotName.Clean(Path.GetFileNameWithoutExtension(source.SyntaxTree.FilePath.Length > 0 ? source.SyntaxTree.FilePath : source.HintName));
}
