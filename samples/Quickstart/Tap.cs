using static TorchSharp.torch;

namespace Quickstart;

/// <summary>A map that <c>Features</c> returned, beside what was known of it at compile time.</summary>
internal sealed record Tap(string Name, Tensor Map, long[] Shape, int Stride, int ReceptiveField)
{
    /// <summary>Whether the map has the shape that the compiler proved, for one picture: <c>[1, C, H, W]</c>.</summary>
    public bool Holds => Map.shape.AsSpan().SequenceEqual(Shape);
}
