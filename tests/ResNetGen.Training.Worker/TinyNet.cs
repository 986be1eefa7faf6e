namespace ResNetGen.Training.Worker;

/// <summary>A small network with all that draws random numbers while it trains.</summary>
[ResNet(Stem = Stem.Conv3x3, N = 1, Widths = new[] { 4, 8 }, Shortcut = Shortcut.B, Input = new[] { 3, 16, 16 }, Classes = 10, HeadDropout = 0.2, StochasticDepth = 0.3)]
public sealed partial class TinyNet;
