namespace ResNetGen.Weights.Matching;

/// <summary>A tensor of a file and its place in a network.</summary>
/// <param name="Target">The network's tensor.</param>
/// <param name="Source">The file's.</param>
/// <param name="Elements">How many elements are taken, from the first: fewer than all where a head is resized.</param>
internal sealed record Assignment(ExpectedTensor Target, CheckpointTensor Source, long Elements);
