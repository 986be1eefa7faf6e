using System.Text.RegularExpressions;

namespace ResNetGen.Architecture.Tests.Support;

/// <summary>A page of <c>docs/diagnostics</c>, copied beside the tests.</summary>
internal sealed partial class Page
{
    private Page(string text)
    {
        Text = text;
        var at = text.IndexOf("\n## Right\n", StringComparison.Ordinal);
        Wrong = Blocks(text[..at]);
        Right = Blocks(text[at..]);
    }

    public string Text { get; }

    /// <summary>The fenced blocks of the wrong example: language and text.</summary>
    public IReadOnlyList<(string Language, string Text)> Wrong { get; }

    /// <summary>The fenced blocks of the right example.</summary>
    public IReadOnlyList<(string Language, string Text)> Right { get; }

    /// <summary>The line that the wrong example gives.</summary>
    public string Message => Assert.Single(Wrong, b => b.Language.Length == 0).Text.TrimEnd('\n');

    public static Page Of(string id) =>
        new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pages", id + ".md")).ReplaceLineEndings("\n"));

    /// <summary>The path that a block begins with, as a comment, or <paramref name="otherwise"/>.</summary>
    public static string PathOf(string text, string otherwise) =>
        PathComment().Match(text) is { Success: true } match ? match.Groups["path"].Value : otherwise;

    private static List<(string Language, string Text)> Blocks(string part) =>
        [.. Fence().Matches(part).Select(m => (m.Groups["language"].Value, m.Groups["text"].Value))];

    [GeneratedRegex("^```(?<language>\\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();

    [GeneratedRegex("^# (?<path>[^ \n]+\\.resnet\\.yaml)\n", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PathComment();
}
