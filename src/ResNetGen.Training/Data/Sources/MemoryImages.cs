namespace ResNetGen.Training.Data;

/// <summary>Pictures that are all in memory; nobody may write to them.</summary>
internal sealed class MemoryImages(string name, IReadOnlyList<string> classes, RgbImage[] images, byte[] labels) : IImageSource
{
    public string Name => name;

    public int Count => images.Length;

    public IReadOnlyList<string> Classes => classes;

    public int Label(int index) => labels[index];

    public RgbImage Read(int index) => images[index];

    public string Describe(int index) => $"{name}, picture {index}";
}
