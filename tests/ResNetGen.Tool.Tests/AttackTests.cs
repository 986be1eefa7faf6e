using ResNetGen.Fuzz.Limits;
using Xunit;

namespace ResNetGen.Tool.Tests;

/// <summary>Files that no network needs, on the disk: the command says of each what the compiler says.</summary>
public sealed class AttackTests
{
    [Fact]
    public void Each_file_that_no_network_needs_has_one_finding()
    {
        using var folder = new TemporaryFolder();
        var refused = new Dictionary<string, string>(StringComparer.Ordinal);
        var legal = new List<string>();
        foreach (var (attack, number) in Attacks.All.Select((a, i) => (a, i)))
        {
            var place = Directory.CreateDirectory(Path.Combine(folder.Path, $"{number}")).FullName;
            var files = attack.Files();
            foreach (var (path, bytes) in files)
                File.WriteAllBytes(Path.Combine(place, path), bytes);

            var main = Path.Combine(place, files[0].Path);
            if (attack.Expected is { } id)
                refused.Add(main, id);
            else
                legal.Add(main);
        }

        var check = Tool.Run(["check", .. refused.Keys]);
        Assert.Equal((3, ""), (check.ExitCode, check.Error));
        // Of a chain, the file that goes too far is not the one that was asked for: folders tell them apart.
        var found = check.Output.TrimEnd('\n').Split('\n').Select(line => (Folder: Path.GetDirectoryName(line[..line.IndexOf('(', StringComparison.Ordinal)]), Id: line.Split("): error ")[1][..7]));
        Assert.Equal(
            refused.Select(r => (Folder: Path.GetDirectoryName(r.Key), Id: r.Value)).Order(),
            found.Order());
        Assert.Equal((0, "", ""), Run(legal));
    }

    private static (int ExitCode, string Output, string Error) Run(IEnumerable<string> legal)
    {
        var check = Tool.Run(["check", .. legal]);
        return (check.ExitCode, check.Output, check.Error);
    }
}
