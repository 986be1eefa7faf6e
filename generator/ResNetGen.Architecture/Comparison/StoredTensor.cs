using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A tensor that a file of weights has.</summary>
/// <param name="Key">Its name.</param>
/// <param name="Type">What its elements are: <c>float32</c>, <c>int64</c>.</param>
/// <param name="Shape">Its sizes; none for a scalar.</param>
public sealed record StoredTensor(string Key, string Type, EquatableArray<long> Shape);
