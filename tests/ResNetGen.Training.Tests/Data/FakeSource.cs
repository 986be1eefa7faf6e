using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Data;

/// <summary>A source whose pictures a test makes.</summary>
internal sealed class FakeSource(int count, Func<int, RgbImage> read) : IImageSource
{
    public static RgbImage Grey { get; } = new(2, 2, Enumerable.Repeat((byte)128, 12).ToArray());

    public string Name => "fake";

    public int Count => count;

    public IReadOnlyList<string> Classes { get; } = ["a", "b"];

    public int Label(int index) => index % 2;

    public RgbImage Read(int index) => read(index);

    public string Describe(int index) => $"fake {index}";
}
