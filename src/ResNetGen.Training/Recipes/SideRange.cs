namespace ResNetGen.Training;

/// <summary>A range of lengths in pixels, both ends included.</summary>
public readonly record struct SideRange(int Min, int Max);
