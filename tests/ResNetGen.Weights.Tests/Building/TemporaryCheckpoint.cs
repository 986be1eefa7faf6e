namespace ResNetGen.Weights.Tests.Building;

/// <summary>A file that lives as long as a test.</summary>
internal sealed class TemporaryCheckpoint : IDisposable
{
    public TemporaryCheckpoint(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path { get; } = System.IO.Path.GetTempFileName();

    /// <summary>Reads everything: names, types, shapes and elements.</summary>
    public static IReadOnlyList<WholeTensor> ReadAll(byte[] bytes, CheckpointOptions? options = null)
    {
        using var file = new TemporaryCheckpoint(bytes);
        return file.ReadAll(options);
    }

    public IReadOnlyList<WholeTensor> ReadAll(CheckpointOptions? options = null)
    {
        using var checkpoint = Checkpoint.Open(Path, options);
        return [.. checkpoint.Tensors.Select(WholeTensor.Read)];
    }

    public void Dispose() => File.Delete(Path);
}
