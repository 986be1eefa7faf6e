using ResNetGen;

namespace Quickstart;

/// <summary>ResNet-20 for CIFAR-10: small enough to be said in an attribute.</summary>
[ResNet(
    Stem = Stem.Conv3x3,
    Block = Block.Basic,
    Blocks = new[] { 3, 3, 3 },
    Widths = new[] { 16, 32, 64 },
    Input = new[] { 3, 32, 32 },
    Classes = 10)]
public sealed partial class CifarResNet20;
