using System.Runtime.CompilerServices;
using System.Text;
using ResNetGen.Tool.CommandLine;
using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>docs/command.md: each of its sessions is run, in the order of the page, and says what the page says.</summary>
public sealed class PageTests
{
    private const string Fence = "```";
    private const string Prompt = "$ ";

    [Fact]
    public void Every_session_of_the_page_is_true()
    {
        using var folder = new ExampleFolder();
        Assert.Equal(0, Shell.Run(folder.Path, "rm -r *").ExitCode);
        using var weights = new ExampleFolder();
        File.Copy(System.IO.Path.Combine(weights.Path, ExampleFolder.Weights), System.IO.Path.Combine(folder.Path, ExampleFolder.Weights));
        var page = PagePath();
        var written = new StringBuilder();
        var isSession = false;
        foreach (var line in File.ReadAllText(page).TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
                isSession = line == Fence + "console";

            if (!isSession || line.StartsWith(Fence, StringComparison.Ordinal) || line.StartsWith(Prompt, StringComparison.Ordinal))
                written.Append(line).Append('\n');

            if (isSession && line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                var result = Shell.Run(folder.Path, line[Prompt.Length..] + " 2>&1");
                Assert.True(result.ExitCode is 0 or 1 or 4, $"{line} exits with {result.ExitCode}: {result.Output}");
                written.Append(result.Output);
            }
        }

        Verified.Compare(page, written.ToString());
    }

    [Fact]
    public void Every_verb_has_a_session_on_the_page()
    {
        var lines = File.ReadAllLines(PagePath()).Where(l => l.StartsWith(Prompt, StringComparison.Ordinal)).ToList();

        Assert.All(VerbPath.Leaves(new Root()).Select(VerbPath.Typed), v => Assert.Contains(lines, l => (l + " ").Contains(v + " ", StringComparison.Ordinal)));
    }

    private static string PagePath([CallerFilePath] string file = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "..", "..", "docs", "command.md");
}
