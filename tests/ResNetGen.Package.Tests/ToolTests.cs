using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>The command as installed from its package.</summary>
public class ToolTests(PackedHouse house)
{
    [Fact]
    public async Task The_command_installs_and_says_how_to_get_what_it_lacks()
    {
        var consumer = new Consumer(house, "command").Copy("App");
        var tools = consumer.PathOf("tools");
        (await consumer.Dotnet("tool", "install", "ResNetGen.Tool", "--version", PackedHouse.Version, "--tool-path", tools)).Succeeds();
        var command = Path.Combine(tools, "resnetgen");

        var keys = (await CommandLine.Run(consumer.Folder, command, "keys", "resnet50.resnet.yaml")).Succeeds();
        Assert.Equal(320, keys.Lines.Length);

        // No compiled shim comes with the package; the message names the one command that makes it.
        string[] probe = ["probe", "resnet50.resnet.yaml", "--input", "3x32x32"];
        var refused = await CommandLine.Run(consumer.Folder, command, probe);
        Assert.NotEqual(0, refused.ExitCode);
        const string start = "this compiles it: sh \"";
        Assert.Contains(start, refused.Errors);
        var paths = refused.Errors[(refused.Errors.IndexOf(start, StringComparison.Ordinal) + start.Length - 1)..].Split('"');
        (await CommandLine.Run(consumer.Folder, "sh", paths[1], paths[3])).Succeeds();
        Assert.Contains("\"logits\"", (await CommandLine.Run(consumer.Folder, command, probe)).Succeeds().Output);
    }
}
