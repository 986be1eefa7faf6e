using System.Globalization;
using System.Text.RegularExpressions;

namespace ResNetGen.Architecture.Tests.Support;

/// <summary>A page of <c>docs/diagnostics</c>, copied beside the tests: the one reader of all tests.</summary>
internal sealed partial class Page
{
    /// <summary>Where an example's source lies.</summary>
    public const string SourcePath = "Net.cs";

    /// <summary>Where its first spec lies.</summary>
    public const string SpecPath = "net.resnet.yaml";

    private Page(string id, string text)
    {
        (Id, Text) = (id, text);
        var at = text.IndexOf("\n## Right\n", StringComparison.Ordinal);
        (Wrong, Right) = (Files(text[..at]), Files(text[at..]));
        Message = Blocks(text[..at]).Where(b => b.Language.Length == 0).Select(b => b.Text.TrimEnd('\n')).SingleOrDefault();
    }

    /// <summary>Every page, by its id.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "pages"), "RNG*.md").Order(StringComparer.Ordinal)
            .Select(f => new Page(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f).ReplaceLineEndings("\n"))),
    ];

    public string Id { get; }

    public string Text { get; }

    /// <summary>The files of the wrong example, in the page's order; what it says of the project lies at <c>*.csproj</c>.</summary>
    public IReadOnlyList<(string Path, string Text)> Wrong { get; }

    /// <summary>The files of the right example.</summary>
    public IReadOnlyList<(string Path, string Text)> Right { get; }

    /// <summary>The line that the wrong example gives, or null where there is no example.</summary>
    public string? Message { get; }

    public static Page Of(string id) => All.Single(p => p.Id == id);

    /// <summary>The specs among an example's files.</summary>
    public static IEnumerable<(string Path, string Text)> Specs(IEnumerable<(string Path, string Text)> files) =>
        files.Where(f => f.Path.EndsWith(".resnet.yaml", StringComparison.Ordinal));

    private static IReadOnlyList<(string Path, string Text)> Files(string part) => [.. Blocks(part).SelectMany(b => b.Language switch
    {
        "csharp" => [(SourcePath, b.Text)],
        "yaml" => Spread(PathComment().Match(b.Text) is { Success: true } match ? match.Groups["path"].Value : SpecPath, b.Text),
        "lock" => [(PathComment().Match(b.Text) is { Success: true } match ? match.Groups["path"].Value : "net.resnet.lock", b.Text)],
        "ini" => [(".editorconfig", b.Text)],
        "xml" => [("*.csproj", b.Text)],
        _ => Array.Empty<(string Path, string Text)>(),
    })];

    // One page shows a chain of files: its aN stands for the 31 between the first and the last.
    private static (string Path, string Text)[] Spread(string path, string text) => !path.StartsWith("aN.", StringComparison.Ordinal)
        ? [(path, text)]
        : [.. Enumerable.Range(1, 31).Select(n => (
            path.Replace("aN", At(n), StringComparison.Ordinal),
            text.Replace("a(N+1)", At(n + 1), StringComparison.Ordinal).Replace("aN", At(n), StringComparison.Ordinal)))];

    private static string At(int n) => "a" + n.ToString(CultureInfo.InvariantCulture);

    private static List<(string Language, string Text)> Blocks(string part) =>
        [.. Fence().Matches(part).Select(m => (m.Groups["language"].Value, m.Groups["text"].Value))];

    [GeneratedRegex("^```(?<language>\\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();

    [GeneratedRegex("^# (?<path>[^ \n]+\\.resnet\\.(yaml|lock))\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PathComment();
}
