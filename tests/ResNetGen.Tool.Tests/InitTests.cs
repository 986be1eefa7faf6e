using ResNetGen.Architecture.Schema;
using Xunit;

namespace ResNetGen.Tool.Tests;

public sealed class InitTests
{
    public static TheoryData<string> Starts => [.. Specs.Starts.Written];

    [Theory, MemberData(nameof(Starts))]
    public void Every_start_is_a_spec_that_check_has_nothing_against(string start)
    {
        using var folder = new TemporaryFolder();
        var spec = Path.Combine(folder.Path, "my-net.resnet.yaml");

        var init = Tool.Run("init", Path.Combine(folder.Path, "my-net"), "--from", start);
        var check = Tool.Run("check", spec);

        Assert.Equal((0, ""), (init.ExitCode, init.Output));
        Assert.Equal((0, "", ""), (check.ExitCode, check.Output, check.Error));
        Assert.Equal("my-net.resnet.yaml resnet.schema.json", Files(folder));
        var text = File.ReadAllText(spec);
        Assert.StartsWith("# yaml-language-server: $schema=resnet.schema.json\n", text, StringComparison.Ordinal);
        Assert.Contains("\nname: my_net\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Schema_is_the_same_from_init_and_from_schema()
    {
        using var folder = new TemporaryFolder();
        Tool.Run("init", Path.Combine(folder.Path, "net"));

        var schema = Tool.Run("schema");

        Assert.Equal((0, ""), (schema.ExitCode, schema.Error));
        Assert.Equal(SchemaText.Write(), schema.Output);
        Assert.Equal(schema.Output, File.ReadAllText(Path.Combine(folder.Path, SchemaText.FileName)));
    }

    [Fact]
    public void What_exists_is_left_as_it_is()
    {
        using var folder = new TemporaryFolder();
        var spec = folder.Write("net.resnet.yaml", "mine");
        var schema = folder.Write(SchemaText.FileName, "mine too");

        var refused = Tool.Run("init", Path.Combine(folder.Path, "net"));
        var other = Tool.Run("init", Path.Combine(folder.Path, "other"));

        Assert.Equal((5, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("exists", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, other.ExitCode);
        Assert.Equal(("mine", "mine too"), (File.ReadAllText(spec), File.ReadAllText(schema)));
        Assert.Equal("net.resnet.yaml other.resnet.yaml resnet.schema.json", Files(folder));
    }

    [Fact]
    public void Force_overwrites_both_files()
    {
        using var folder = new TemporaryFolder();
        var spec = folder.Write("net.resnet.yaml", "mine");
        var schema = folder.Write(SchemaText.FileName, "mine too");

        Assert.Equal(0, Tool.Run("init", Path.Combine(folder.Path, "net.resnet.yaml"), "--force").ExitCode);

        Assert.Contains("block: bottleneck", File.ReadAllText(spec), StringComparison.Ordinal);
        Assert.Equal(SchemaText.Write(), File.ReadAllText(schema));
        Assert.Equal("net.resnet.yaml resnet.schema.json", Files(folder));
    }

    [Theory]
    [InlineData(2, "init")]
    [InlineData(2, "init", "")]
    [InlineData(2, "init", ".resnet.yaml")]
    [InlineData(2, "init", "--no-such-option")]
    [InlineData(2, "init", "FOLDER/net", "--from", "resnet5")]
    [InlineData(2, "schema", "more")]
    [InlineData(5, "init", "FOLDER/nowhere/net")]
    public void Wrong_use_writes_nothing(int exitCode, params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var result = Tool.Run([.. arguments.Select(a => a.Replace("FOLDER", folder.Path, StringComparison.Ordinal))]);

        Assert.Equal((exitCode, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("resnetgen: ", result.Error, StringComparison.Ordinal);
        Assert.Empty(Files(folder));
    }

    private static string Files(TemporaryFolder folder) =>
        string.Join(' ', Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
