namespace ResNetGen.Training.Worker;

/// <summary>Small, quick, and of more than 1 MiB of parameters, so that gradients need two buckets.</summary>
[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, StemChannels = 16, Block = Block.Basic, Blocks = new[] { 1, 1, 1 }, Widths = new[] { 16, 64, 128 }, Classes = 10)]
public sealed partial class SmallNet;

/// <summary>The same without a kink: a last bit of difference cannot switch a unit on.</summary>
[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, StemChannels = 16, Block = Block.Basic, Blocks = new[] { 1, 1, 1 }, Widths = new[] { 16, 64, 128 }, Classes = 10, Activation = Activation.Silu)]
public sealed partial class SmoothNet;

/// <summary>The same for pictures of 32 x 32, and quicker.</summary>
[ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Conv3x3, StemChannels = 4, Block = Block.Basic, Blocks = new[] { 1, 1, 1 }, Widths = new[] { 4, 8, 16 }, Classes = 10, Activation = Activation.Silu)]
public sealed partial class SmoothCifarNet;

[ResNet("specs/cifar10/cifar_resnet20_A.resnet.yaml")]
public sealed partial class CifarResNet20;
