using System.Text.RegularExpressions;

namespace ResNetGen.Package.Tests.Support;

/// <summary>The wrong example of a page of docs/diagnostics: files, and the one line that a build must say about them.</summary>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Files">Paths and texts of the example's files.</param>
/// <param name="Message">The line that the page quotes, or null where no example can be given.</param>
internal sealed partial record DiagnosticPage(string Id, IReadOnlyList<(string Path, string Text)> Files, string? Message)
{
    private const string Spec = "net.resnet.yaml";

    public static IReadOnlyList<DiagnosticPage> All { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "pages"), "RNG*.md").Order(StringComparer.Ordinal).Select(Read)];

    private static DiagnosticPage Read(string file)
    {
        var id = Path.GetFileNameWithoutExtension(file);
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var blocks = Fence().Matches(page[..page.IndexOf("\n## Right\n", StringComparison.Ordinal)])
            .Select(m => (Language: m.Groups["language"].Value, Text: m.Groups["text"].Value)).ToList();

        var files = new List<(string Path, string Text)>();
        foreach (var (language, text) in blocks)
        {
            if (language == "csharp")
                files.Add(("Net.cs", text));
            else if (language == "yaml")
                files.Add((PathIn(text) ?? Spec, text));
            else if (language == "ini")
                files.Add((".editorconfig", text));
        }

        // A spec alone is compiled for a class.
        if (files.Count > 0 && files.All(f => f.Path != "Net.cs"))
            files.Add(("Net.cs", $"namespace {id};\n[ResNetGen.ResNet(\"{Spec}\")]\npublic partial class Net;\n"));

        return new DiagnosticPage(id, [.. files.SelectMany(Spread)], blocks.Find(b => b.Language.Length == 0).Text?.TrimEnd('\n'));
    }

    // All but the first spec begin with their path as a comment.
    private static string? PathIn(string yaml)
    {
        var path = yaml.StartsWith("# ", StringComparison.Ordinal) ? yaml[2..yaml.IndexOf('\n', StringComparison.Ordinal)] : null;
        return path?.EndsWith(".resnet.yaml", StringComparison.Ordinal) == true ? path : null;
    }

    // RNG0015's example is a chain of files; its aN stands for the 31 between the first and the last.
    private static IEnumerable<(string Path, string Text)> Spread((string Path, string Text) file) =>
        !file.Path.Contains("aN.", StringComparison.Ordinal)
            ? [file]
            : Enumerable.Range(1, 31).Select(n => (
                file.Path.Replace("aN", $"a{n}", StringComparison.Ordinal),
                file.Text.Replace("a(N+1)", $"a{n + 1}", StringComparison.Ordinal).Replace("aN", $"a{n}", StringComparison.Ordinal)));

    [GeneratedRegex("^```(?<language>\\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();
}
