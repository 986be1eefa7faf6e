using ResNetGen.Package.Tests.Support;

namespace ResNetGen.Package.Tests;

/// <summary>Packages follow from the sources alone.</summary>
public class DeterminismTests(PackedHouse house)
{
    [Fact]
    public async Task Packing_in_another_folder_gives_the_same_bytes()
    {
        // No history, no earlier build, another path with a space in it, as unpacked from an archive; elsewhere, too.
        var copy = Path.Combine(house.Folder, "a copy of the checkout");
        CopySources(PackedHouse.Checkout, copy);
        (await PackedHouse.Pack(copy, ("TZ", "America/New_York"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"))).Succeeds();

        var (first, second) = (Packages(house.Packages), Packages(Path.Combine(copy, "artifacts", "packages")));
        Assert.Equal(8, first.Count);
        Assert.Equal(first.Keys, second.Keys);
        foreach (var (name, bytes) in first)
            Assert.True(bytes.AsSpan().SequenceEqual(second[name]), $"{name} differs: {PackageFile.Difference(bytes, second[name])}");
    }

    private static SortedDictionary<string, byte[]> Packages(string folder) => new(
        Directory.GetFiles(folder, "*.nupkg").ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes), StringComparer.Ordinal);

    private static void CopySources(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));

        foreach (var folder in Directory.GetDirectories(from))
        {
            var name = Path.GetFileName(folder);
            if (name is not ("bin" or "obj" or "artifacts" or ".git" or "tests" or "BenchmarkDotNet.Artifacts"))
                CopySources(folder, Path.Combine(to, name));
        }
    }
}
