using System.Runtime.CompilerServices;
using System.Text;
using ResNetGen.Tool.CommandLine;
using Xunit;

namespace ResNetGen.Tool.Tests.Stdout;

/// <summary>Each verb as a process: what it prints and how it exits is committed, and reviewed when it changes.</summary>
public sealed class StdoutTests
{
    public static TheoryData<string> Verbs => [.. VerbLines.All.Keys];

    [Theory, MemberData(nameof(Verbs))]
    public void Output_is_the_committed_one(string verb)
    {
        using var folder = new ExampleFolder();
        var text = new StringBuilder();
        foreach (var line in VerbLines.All[verb])
        {
            var result = Shell.Run(folder.Path, line);
            text.Append("$ ").Append(line).Append('\n').Append(result.Output);
            foreach (var message in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                text.Append("[stderr] ").Append(message).Append('\n');

            if (result.ExitCode != 0)
                text.Append("[exit code ").Append(result.ExitCode).Append("]\n");

            text.Append('\n');
        }

        Verified.Compare(System.IO.Path.Combine(Folder(), verb.Replace(' ', '-') + ".verified.txt"), text.ToString());
    }

    [Fact]
    public void Every_verb_has_lines_for_each_of_its_formats()
    {
        var root = new Root();
        var lacking = new List<string>();
        foreach (var verb in VerbPath.Leaves(root))
        {
            if (!VerbLines.All.TryGetValue(VerbPath.Of(verb), out var lines) || !lines.Any(l => l.Contains(VerbPath.Typed(verb), StringComparison.Ordinal)))
                lacking.Add(VerbPath.Of(verb));
            else if (verb.Options.Any(o => o.Name == "--format"))
                lacking.AddRange(Formats.Where(f => !lines.Any(l => l.Contains("--format " + f, StringComparison.Ordinal))).Select(f => VerbPath.Of(verb) + " --format " + f));
        }

        Assert.Empty(lacking);
    }

    [Fact]
    public void No_lines_are_kept_of_a_verb_that_is_gone() =>
        Assert.Empty(VerbLines.All.Keys.Except(VerbPath.Leaves(new Root()).Select(VerbPath.Of), StringComparer.Ordinal));

    private static IEnumerable<string> Formats => ["table", "json", "md", "csv"];

    private static string Folder([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}
