using ResNetGen.Tool.CommandLine;
using Xunit;

namespace ResNetGen.Tool.Tests;

public sealed class HelpTests
{
    public static TheoryData<string> Verbs => [.. VerbPath.Leaves(new Root()).Select(VerbPath.Of)];

    [Theory, MemberData(nameof(Verbs))]
    public void Every_example_runs_and_exits_as_said(string verb)
    {
        var command = Assert.IsType<VerbCommand>(VerbPath.Leaves(new Root()).Single(v => VerbPath.Of(v) == verb));
        Assert.NotEmpty(command.Examples);
        using var folder = new ExampleFolder();
        foreach (var example in command.Examples)
        {
            var result = Shell.Run(folder.Path, example.Line);

            Assert.True(example.Exits == result.ExitCode, $"{example.Line} exits with {result.ExitCode}: {result.Error}");
            Assert.Contains(example.Exits, command.ExitCodes);
            Assert.Contains("resnetgen " + verb, example.Line, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Verbs))]
    public void Help_of_a_verb_tells_its_options_examples_and_exit_codes(string verb)
    {
        using var folder = new TemporaryFolder();
        var command = (VerbCommand)VerbPath.Leaves(new Root()).Single(v => VerbPath.Of(v) == verb);

        var help = Shell.Run(folder.Path, $"resnetgen {verb} --help");

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.Equal(help, Shell.Run(folder.Path, $"resnetgen help {verb}"));
        Assert.All(command.Options.Select(o => o.Name), o => Assert.Contains(o, help.Output, StringComparison.Ordinal));
        Assert.All(command.Examples, e => Assert.Contains("\n  " + e.Line + "\n", help.Output, StringComparison.Ordinal));
        Assert.All(command.ExitCodes, c => Assert.Contains($"\n  {c}  {ExitCode.Describe(c)}\n", help.Output, StringComparison.Ordinal));
        Assert.DoesNotContain('\e', help.Output);
        Assert.All(help.Output.Split('\n').Except(command.Examples.Select(e => "  " + e.Line), StringComparer.Ordinal), l => Assert.InRange(l.Length, 0, 100));
    }

    [Fact]
    public void Every_verb_but_a_parent_stands_in_the_list_of_verbs()
    {
        var help = Tool.Run("--help");

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.All(new Root().Subcommands, v => Assert.Contains("\n  " + v.Name + " ", help.Output, StringComparison.Ordinal));
        Assert.Equal(new Root().Subcommands.Count, new Root().Groups.Sum(g => g.Verbs.Length));
    }

    [Fact]
    public void Version_is_the_build_s()
    {
        var version = Tool.Run("--version");

        Assert.Equal((0, ""), (version.ExitCode, version.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", version.Output);
    }

    [Fact]
    public void Help_of_a_line_that_is_not_right_yet_is_help()
    {
        var help = Tool.Run("summary", "--help", "--format");

        Assert.Equal((0, ""), (help.ExitCode, help.Error));
        Assert.StartsWith("Prints layers,", help.Output, StringComparison.Ordinal);
    }
}
