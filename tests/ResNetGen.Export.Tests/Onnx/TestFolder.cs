namespace ResNetGen.Export.Tests.Onnx;

/// <summary>A folder that goes with its test.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resnetgen-onnx-").FullName;

    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    /// <summary>The names of all files, hidden ones too.</summary>
    public IEnumerable<string?> Files() => Directory.EnumerateFiles(_folder).Select(System.IO.Path.GetFileName).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
