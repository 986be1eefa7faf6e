namespace ResNetGen.Weights.Tests.Support;

/// <summary>A folder that is there for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resnetgen-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public IEnumerable<string> Files => _folder.EnumerateFiles().Select(f => f.Name);

    public void Dispose() => _folder.Delete(recursive: true);
}
