using System.Text.RegularExpressions;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Schema.Tests.Support;

/// <summary>Specs that people wrote: those that are shipped, and the examples of the diagnostics' pages.</summary>
internal static partial class Corpus
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "shipped");

    /// <summary>The paths of the shipped specs.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*" + SpecDocument.Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal),
    ];

    /// <summary>Every spec of the pages, each with the page's id and whether it is shown as right.</summary>
    public static IReadOnlyList<(string Id, bool IsRight, string Text)> Examples { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "pages"), "RNG*.md").Order(StringComparer.Ordinal).SelectMany(file =>
        {
            var page = File.ReadAllText(file).ReplaceLineEndings("\n");
            var right = page.IndexOf("\n## Right\n", StringComparison.Ordinal);
            return Fence().Matches(page).Select(m => (Path.GetFileNameWithoutExtension(file), m.Index > right, m.Groups["text"].Value));
        }),
    ];

    [GeneratedRegex("^```yaml\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();
}
