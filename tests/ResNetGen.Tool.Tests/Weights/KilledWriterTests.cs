using System.Diagnostics;
using ResNetGen.Weights;
using Xunit;

namespace ResNetGen.Tool.Tests.Weights;

/// <summary>A writer that is killed leaves the old file or the new one, never a part of either.</summary>
public sealed class KilledWriterTests
{
    private const int Kills = 100;

    // Large enough that most kills come while it is written.
    private const int Length = 12_000_000;

    [Fact]
    public void A_hundred_killed_writers_leave_a_whole_file()
    {
        using var folder = new TemporaryFolder();
        var (old, source, target) = (Path.Combine(folder.Path, "old.safetensors"), Path.Combine(folder.Path, "new.safetensors"), Path.Combine(folder.Path, "out.pth"));
        CheckpointWriter.Write(old, [new Constant("old", 1)]);
        CheckpointWriter.Write(source, [new Constant("new", 2)]);
        Assert.Equal(ExitCode.Fine, Tool.Run("weights", "convert", old, target).ExitCode);
        var whole = TimeOf(source, Path.Combine(folder.Path, "time.pth"));

        var random = new Random(20261122);
        var (whileWriting, finished) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var writer = Start(source, target);
            WaitForTemporary(folder.Path, writer);
            Thread.Sleep(TimeSpan.FromMilliseconds(random.NextDouble() * whole));
            writer.Kill();
            writer.WaitForExit();

            var left = Temporaries(folder.Path);
            whileWriting += left.Length > 0 ? 1 : 0;
            Array.ForEach(left, File.Delete);
            var name = Check(target);
            if (name == "new")
            {
                finished++;
                Assert.Equal(ExitCode.Fine, Tool.Run("weights", "convert", old, target).ExitCode);
            }
        }

        // Were no writer killed in the act, the test would show nothing.
        TestContext.Current.TestOutputHelper?.WriteLine($"{whileWriting} of {Kills} were killed while they wrote, {finished} had finished");
        Assert.InRange(whileWriting, Kills / 4, Kills);
    }

    // Every byte is read: the archive's checksums and the values.
    private static string Check(string path)
    {
        using var checkpoint = Checkpoint.Open(path);
        var tensor = Assert.Single(checkpoint.Tensors);
        tensor.Verify();
        var bytes = new byte[tensor.ByteLength];
        tensor.Read(0, bytes);
        Assert.Equal(tensor.Name == "old" ? 1 : 2, bytes.Distinct().Single());
        return tensor.Name;
    }

    private static double TimeOf(string source, string target)
    {
        using var writer = Start(source, target);
        WaitForTemporary(Path.GetDirectoryName(target)!, writer);
        var watch = Stopwatch.StartNew();
        writer.WaitForExit();
        return Math.Max(watch.Elapsed.TotalMilliseconds, 1);
    }

    private static Process Start(string source, string target)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "resnetgen.dll"), "weights", "convert", source, target])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    private static void WaitForTemporary(string folder, Process writer)
    {
        while (!writer.HasExited && Temporaries(folder).Length == 0)
            Thread.Sleep(1);
    }

    private static string[] Temporaries(string folder) => Directory.GetFiles(folder, ".*.tmp");

    private sealed class Constant(string name, byte value) : CheckpointTensor(name, ElementType.UInt8, [Length])
    {
        protected override void ReadElements(long start, Span<byte> destination) => destination.Fill(value);
    }
}
