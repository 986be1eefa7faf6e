namespace ResNetGen.Training.Data;

/// <summary>Pictures in files, decoded when they are read.</summary>
internal sealed class FolderImages(string name, IReadOnlyList<string> classes) : IImageSource
{
    private readonly List<(int Label, string Path)> _files = [];

    public string Name => name;

    public int Count => _files.Count;

    public IReadOnlyList<string> Classes => classes;

    /// <summary>Adds the files of a class.</summary>
    /// <exception cref="InvalidDataException">There are none.</exception>
    public void Add(int label, string folder, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
            throw new InvalidDataException($"{folder} has no JPEG or PNG files.");
        _files.AddRange(files.Select(file => (label, file)));
    }

    public int Label(int index) => _files[index].Label;

    public RgbImage Read(int index) => ImageFile.Read(_files[index].Path);

    public string Describe(int index) => _files[index].Path;
}
