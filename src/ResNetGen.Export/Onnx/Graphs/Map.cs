using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>A value of the graph: maps, one batch of them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">The shape of one picture's maps.</param>
internal readonly record struct Map(string Name, ImageShape Shape);
