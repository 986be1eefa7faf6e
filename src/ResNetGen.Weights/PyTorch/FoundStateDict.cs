using ResNetGen.Weights.Pickles;

namespace ResNetGen.Weights.PyTorch;

/// <summary>The state dict of a checkpoint, and the keys that led to it.</summary>
internal sealed record FoundStateDict(PickleDict Dict, string Path);
