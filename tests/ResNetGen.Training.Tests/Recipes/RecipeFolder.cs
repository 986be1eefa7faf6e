namespace ResNetGen.Training.Tests;

/// <summary>A folder of recipes that goes when the test ends.</summary>
internal sealed class RecipeFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("resnetgen-recipes-").FullName;

    public RecipeFolder(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            File.WriteAllText(PathOf(name), text);
    }

    public string PathOf(string name) => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
