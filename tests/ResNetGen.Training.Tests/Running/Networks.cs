namespace ResNetGen.Training.Tests.Running;

[ResNet(Stem = Stem.Conv3x3, N = 1, Widths = new[] { 4, 16 }, Shortcut = Shortcut.B, Input = new[] { 3, 16, 16 }, Classes = 10)]
public sealed partial class WiderNet;
