namespace ResNetGen.Training.Tests.Running;

/// <summary>A folder for a run, there for one test, and what can be read from it.</summary>
internal sealed class RunningFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resnetgen-run-");

    public string Path => _folder.FullName;

    public string Checkpoints => System.IO.Path.Combine(Path, "checkpoints");

    public string Best => System.IO.Path.Combine(Checkpoints, "best.pth");

    public string Step(long step) => System.IO.Path.Combine(Checkpoints, $"step-{step}.pth");

    /// <summary>The names of the checkpoints' folder, hidden ones too.</summary>
    public IReadOnlyList<string> Names() => [.. Directory.EnumerateFiles(Checkpoints).Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>The weights and the momentum of a checkpoint, and what its run had come to, as text.</summary>
    public static IReadOnlyList<string> Everything(string checkpoint)
    {
        using var file = new CheckpointFile(checkpoint);
        var read = file.Read();
        return
        [
            $"{read.Step} {read.Epoch} {read.Schedule} {read.Best} {string.Join(';', read.Last)}",
            .. States.Of(file.Model()),
            .. file.Momentum().Select(m => $"{m.Key}: {States.Of([m.Value])[0]}"),
        ];
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
