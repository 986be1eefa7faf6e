namespace ResNetGen.Training.Data;

/// <summary>Some pictures of a source.</summary>
internal sealed class ImageSubset(IImageSource source, string name, int[] indices) : IImageSource
{
    public string Name => name;

    public int Count => indices.Length;

    public IReadOnlyList<string> Classes => source.Classes;

    public int Label(int index) => source.Label(indices[index]);

    public RgbImage Read(int index) => source.Read(indices[index]);

    public string Describe(int index) => source.Describe(indices[index]);
}
