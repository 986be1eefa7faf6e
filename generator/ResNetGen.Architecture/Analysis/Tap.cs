using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Analysis;

/// <summary>A place where features are taken out.</summary>
/// <param name="Name"><c>c1</c> for the stem before its pool, <c>c2</c> and on for the stages.</param>
/// <param name="Shape">Its map for the declared input.</param>
/// <param name="Stride">Input pixels between two neighbours of its map.</param>
/// <param name="ReceptiveField">Input pixels, on a side, that one of its values sees along the main path.</param>
public sealed record Tap(string Name, ImageShape Shape, long Stride, long ReceptiveField);
