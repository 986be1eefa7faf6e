using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>`resnetgen snapshot`: locks are written, and checked.</summary>
public sealed class SnapshotTests
{
    private const string Net = "input: [3, 32, 32]\nstem: conv3x3\nstages: [{ blocks: 2, width: 16 }]\nhead: { classes: 10 }\n";

    [Fact]
    public void Every_published_network_can_be_locked_and_is_as_locked()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Tool.Specs, "*.resnet.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(Tool.Specs, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string[] specs = [.. Directory.EnumerateFiles(folder.Path, "*.resnet.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        var written = Tool.Run(["snapshot", .. specs]);
        Assert.Equal((0, ""), (written.ExitCode, written.Output));
        Assert.Equal(specs.Length, Directory.EnumerateFiles(folder.Path, "*.resnet.lock", SearchOption.AllDirectories).Count());
        var check = Tool.Run(["snapshot", "--check", .. specs]);
        Assert.Equal((0, "", ""), (check.ExitCode, check.Output, check.Error));

        // Nothing but specs and locks is left, and what is up to date is not written again.
        var before = File.GetLastWriteTimeUtc(specs[0].Replace(".yaml", ".lock"));
        Assert.All(Tool.Run(["snapshot", .. specs]).Error.TrimEnd('\n').Split('\n'), l => Assert.EndsWith("' is up to date.", l, StringComparison.Ordinal));
        Assert.Equal(before, File.GetLastWriteTimeUtc(specs[0].Replace(".yaml", ".lock")));
        Assert.Equal(2 * specs.Length, Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Count());
    }

    [Fact]
    public void What_is_no_longer_as_locked_is_listed_at_its_lines()
    {
        using var folder = new TemporaryFolder();
        var (spec, file) = (folder.Write("net.resnet.yaml", Net), Path.Combine(folder.Path, "net.resnet.lock"));
        Assert.Equal($"resnetgen: wrote '{file}'.\n", Tool.Run("snapshot", spec).Error);

        folder.Write("net.resnet.yaml", Net.Replace("10", "12"));
        var check = Tool.Run("snapshot", spec, "--check");
        Assert.Equal(1, check.ExitCode);
        Assert.Equal(
            $"""
            {file}(7,1): error RNG1025: locked: parameters 9,978; the spec gives 10,012
            {file}(10,1): error RNG1025: locked: MACs 9,879,712; the spec gives 9,879,744
            {file}(11,1): error RNG1025: locked: activations 81,930; the spec gives 81,932
            {file}(20,1): error RNG1025: locked: head 170 parameters, 160 MACs; the spec gives 204 parameters, 192 MACs
            {file}(21,3): error RNG1025: locked: head layers global_avg_pool; linear, 16 to 10; the spec gives global_avg_pool; linear, 16 to 12

            """,
            check.Output);
        Assert.Equal($"resnetgen: 1 of 1 spec is not as locked. To accept: resnetgen snapshot {spec}\n", check.Error);

        Assert.Equal($"resnetgen: wrote '{file}': 5 facts changed.\n", Tool.Run("snapshot", spec).Error);
        Assert.Equal(0, Tool.Run("snapshot", spec, "--check").ExitCode);
    }

    [Fact]
    public void A_lock_that_is_missing_or_cannot_be_read_is_one_clear_line()
    {
        using var folder = new TemporaryFolder();
        var spec = folder.Write("net.resnet.yaml", Net);
        var missing = Tool.Run("snapshot", "--check", spec);
        Assert.Equal(1, missing.ExitCode);
        Assert.Equal($"{spec}(1,1): error: there is no lock '{Path.Combine(folder.Path, "net.resnet.lock")}': 'resnetgen snapshot {spec}' writes it\n", missing.Output);
        Assert.False(File.Exists(Path.Combine(folder.Path, "net.resnet.lock")));

        var file = folder.Write("net.resnet.lock", "resnetgen lock v1\ninput: 3x32x32\ndepth: many\n");
        var bad = Tool.Run("snapshot", "--check", spec);
        Assert.Equal((1, $"{file}(3,1): error RNG1026: 'many' is no number: 'resnetgen snapshot net.resnet.yaml' writes it anew\n"), (bad.ExitCode, bad.Output));

        // Written anew, whatever it was.
        Assert.Equal(0, Tool.Run("snapshot", spec).ExitCode);
        Assert.Equal(0, Tool.Run("snapshot", "--check", spec).ExitCode);
    }

    [Fact]
    public void A_lock_is_the_same_in_every_culture()
    {
        using var folder = new TemporaryFolder();
        var (spec, file) = (folder.Write("net.resnet.yaml", Net), Path.Combine(folder.Path, "net.resnet.lock"));
        Tool.Run("snapshot", spec);
        var text = File.ReadAllText(file);
        File.Delete(file);
        Tool.Run([("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")], "snapshot", spec);
        Assert.Equal(text, File.ReadAllText(file));
        Assert.StartsWith("resnetgen lock v1\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_specs_and_other_files_have_no_locks()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(3, Tool.Run("snapshot", folder.Write("bad.resnet.yaml", "stages: [{ blocks: 0 }]\n")).ExitCode);
        Assert.Equal(2, Tool.Run("snapshot", folder.Write("net.yaml", Net)).ExitCode);
        Assert.Equal(2, Tool.Run("snapshot").ExitCode);
        Assert.Equal(5, Tool.Run("snapshot", Path.Combine(folder.Path, "gone.resnet.yaml")).ExitCode);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.lock"));
    }
}
