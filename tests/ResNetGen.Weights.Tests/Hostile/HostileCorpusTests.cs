using System.Security.Cryptography;

namespace ResNetGen.Weights.Tests.Hostile;

public sealed class HostileCorpusTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resnetgen-hostile-").FullName;

    public static TheoryData<string> Names() => [.. HostileCorpus.Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_file_is_refused_with_one_clear_error_in_bounded_memory_and_nothing_of_it_runs(string name)
    {
        var hostile = HostileCorpus.Files[name];
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, hostile.Bytes);
        var buffer = new byte[1 << 16];
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Assert.Throws<CheckpointException>(() => ReadAll(path, buffer));

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(refusal.Message.Contains(hostile.Expected, StringComparison.Ordinal), $"'{refusal.Message}' does not say '{hostile.Expected}'.");
        Assert.False(refusal.Message.Any(char.IsControl), "A message is one line that steers no terminal.");
        Assert.InRange(refusal.Message.Length, 20, path.Length + 1000);
        Assert.InRange(allocated, 0, hostile.MaxAllocated);
        Assert.Equal(path, Assert.Single(Directory.EnumerateFileSystemEntries(_folder)));
        Assert.Equal(hostile.Bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void There_are_at_least_two_hundred_kinds_and_no_two_files_are_equal()
    {
        var files = HostileCorpus.Files.Values;
        TestContext.Current.TestOutputHelper?.WriteLine($"{HostileCorpus.Files.Count} hostile files");
        Assert.InRange(HostileCorpus.Files.Count, 200, int.MaxValue);
        var same = files.GroupBy(f => Convert.ToHexString(SHA256.HashData(f.Bytes)), f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1);
        Assert.Equal("", string.Join("; ", same.Select(g => string.Join(" = ", g))));
    }

    [Fact]
    public void The_files_can_be_written_for_other_programs()
    {
        HostileCorpus.WriteAll(_folder);
        Assert.Equal(HostileCorpus.Files.Keys.ToHashSet(StringComparer.Ordinal), Directory.EnumerateFiles(_folder).Select(f => Path.GetFileName(f)).ToHashSet(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void ReadAll(string path, byte[] buffer)
    {
        using var checkpoint = Checkpoint.Open(path);
        foreach (var tensor in checkpoint.Tensors)
        {
            var step = buffer.Length / tensor.Type.Size();
            for (var start = 0L; start < tensor.Elements; start += step)
                tensor.Read(start, buffer.AsSpan(0, (int)Math.Min(step, tensor.Elements - start) * tensor.Type.Size()));
        }
    }
}
