using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace ResNetGen.PublicApi.Tests;

/// <summary>The public surface of each shipped library is what docs/api says, so that a break is seen where it is reviewed.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Libraries => [.. Names];

    private static readonly string[] Names = ["ResNetGen", "ResNetGen.Export", "ResNetGen.LibTorch", "ResNetGen.Testing", "ResNetGen.Training", "ResNetGen.Weights"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Surface_is_the_one_that_was_reviewed(string library)
    {
        var file = Path.Combine(Folder(), library + ".txt");
        var listed = ApiListing.Of(MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, library + ".dll")));
        if (Environment.GetEnvironmentVariable("RESNETGEN_ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(file, listed);

        var reviewed = File.Exists(file) ? File.ReadAllText(file) : "";
        Assert.True(reviewed == listed, $"{file} is not what {library} has; RESNETGEN_ACCEPT_SNAPSHOTS=1 accepts:\n{Difference(reviewed, listed)}");
    }

    [Fact]
    public void Every_listing_belongs_to_a_library()
    {
        Assert.Equal(string.Join(' ', Names), string.Join(' ', Directory.EnumerateFiles(Folder(), "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)));
    }

    // Members with their types, as lines that one side lacks.
    private static string Difference(string reviewed, string listed)
    {
        var (before, after) = (Lines(reviewed), Lines(listed));
        return string.Join('\n', before.Except(after, StringComparer.Ordinal).Select(l => "- " + l).Concat(after.Except(before, StringComparer.Ordinal).Select(l => "+ " + l)));
    }

    private static List<string> Lines(string listing)
    {
        var (lines, type) = (new List<string>(), "");
        foreach (var line in listing.Split('\n'))
        {
            type = line.StartsWith(' ') ? type : line;
            lines.Add(line.StartsWith(' ') ? $"{type} | {line.Trim()}" : line);
        }

        return lines;
    }

    private static string Folder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "docs", "api"));
}
