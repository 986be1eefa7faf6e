using ResNetGen.Weights.Tests.Hostile;
using Xunit;

namespace ResNetGen.Tool.Tests.Weights;

/// <summary>Files that were made to harm, given to the command as its users would.</summary>
public sealed class HostileFileTests
{
    // Each is a process; the library's own tests take them all.
    private const int Step = 16;

    [Fact]
    public void Each_is_refused_with_exit_code_4_one_line_and_nothing_left_behind()
    {
        using var folder = new TemporaryFolder();
        HostileCorpus.WriteAll(folder.Path);
        var before = Directory.GetFileSystemEntries(folder.Path).Order(StringComparer.Ordinal).ToList();
        var names = HostileCorpus.Files.Keys.Order(StringComparer.Ordinal).Where((_, i) => i % Step == 0).ToList();
        Assert.InRange(names.Count, 40, int.MaxValue);

        var wrong = new List<string>();
        foreach (var name in names)
        {
            var result = Tool.Run("weights", "verify", "cifar_resnet20_A", Path.Combine(folder.Path, name));
            if (result.ExitCode != ExitCode.BadWeights || result.Error.TrimEnd('\n').Contains('\n', StringComparison.Ordinal) || !result.Error.Contains(name, StringComparison.Ordinal))
                wrong.Add($"{name}: exit {result.ExitCode}: {result.Error}");
        }

        Assert.Empty(wrong);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
