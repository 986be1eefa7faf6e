using System.Text.RegularExpressions;
using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>What a person sees at a terminal, and that programs and files never do.</summary>
public sealed partial class TerminalTests
{
    private const string Line = "resnetgen summary my-net.resnet.yaml";

    [Fact]
    public void A_terminal_gets_borders_and_colours()
    {
        using var folder = new ExampleFolder();

        var shown = Shell.InTerminal(folder.Path, 160, Line);

        Assert.Equal(0, shown.ExitCode);
        Assert.Contains("\e[1mmy_net\e[0m", shown.Output, StringComparison.Ordinal);
        Assert.Contains('╭', shown.Output);
        Assert.Contains("groups", shown.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Line + " --no-color", null, null)]
    [InlineData(Line, "NO_COLOR", "1")]
    [InlineData(Line, "TERM", "dumb")]
    public void Plain_text_is_what_a_pipe_gets(string line, string? name, string? value)
    {
        using var folder = new ExampleFolder();

        var shown = Shell.InTerminal(folder.Path, 160, line, name is null ? [] : [(name, value)]);

        Assert.Equal(Shell.Run(folder.Path, Line).Output.TrimEnd('\n'), shown.Output.TrimEnd('\n'));
        Assert.DoesNotContain('\e', shown.Output);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("md")]
    [InlineData("csv")]
    public void What_programs_read_is_never_coloured(string format)
    {
        using var folder = new ExampleFolder();

        var shown = Shell.InTerminal(folder.Path, 80, Line + " --format " + format);

        Assert.Equal(Shell.Run(folder.Path, Line + " --format " + format).Output.TrimEnd('\n'), shown.Output.TrimEnd('\n'));
    }

    [Fact]
    public void A_file_gets_plain_text_from_a_terminal_too()
    {
        using var folder = new ExampleFolder();

        Shell.InTerminal(folder.Path, 80, Line + " -o sum.txt");

        Assert.Equal(Shell.Run(folder.Path, Line).Output, File.ReadAllText(Path.Combine(folder.Path, "sum.txt")));
    }

    [Theory]
    [InlineData(120, Line)]
    [InlineData(80, Line)]
    [InlineData(60, Line)]
    [InlineData(80, "resnetgen list")]
    [InlineData(80, "resnetgen weights inspect my-net.safetensors")]
    [InlineData(80, "resnetgen --help")]
    [InlineData(60, "resnetgen summary --help")]
    public void Tables_and_help_are_no_wider_than_the_window(int columns, string line)
    {
        using var folder = new ExampleFolder();

        var shown = Shell.InTerminal(folder.Path, columns, line);

        Assert.Equal(0, shown.ExitCode);
        var lines = Colour().Replace(shown.Output, "").Split('\n').Where(l => !l.StartsWith("  resnetgen ", StringComparison.Ordinal));
        Assert.All(lines, l => Assert.InRange(l.Length, 0, columns));
    }

    [Fact]
    public void Columns_that_have_no_room_are_named()
    {
        using var folder = new ExampleFolder();

        var shown = Colour().Replace(Shell.InTerminal(folder.Path, 80, Line).Output, "");

        Assert.Contains("  a wider window also has: groups, dilation", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_shown_at_a_terminal_alone_and_wiped()
    {
        using var folder = new ExampleFolder();
        const string Probe = "resnetgen probe my-net.resnet.yaml ten-classes.resnet.yaml -o probes.json";

        var shown = Shell.InTerminal(folder.Path, 80, Probe);
        var piped = Shell.Run(folder.Path, Probe);

        Assert.Equal("\r\e[K1 of 2: my_net ...\r\e[K\r\e[K2 of 2: ten_classes ...\r\e[K", shown.Output.TrimEnd('\n'));
        Assert.Equal((0, "", ""), (piped.ExitCode, piped.Output, piped.Error));
    }

    [GeneratedRegex(@"\e\[[0-9;]*m", RegexOptions.None, 1000)]
    private static partial Regex Colour();
}
