namespace ResNetGen.Weights.Tests.Support;

[ResNet("cifar_resnet20_B.resnet.yaml")]
public sealed partial class Cifar20;

[ResNet("cifar_resnet20_B.resnet.yaml", Classes = 100)]
public sealed partial class Cifar20Of100;

[ResNet("cifar_resnet20_B.resnet.yaml", Norm = Norm.FrozenBatch)]
public sealed partial class Cifar20Frozen;

[ResNet(Stem = Stem.Deep, Block = Block.PreactBottleneck, N = 1, Widths = new[] { 8, 16 }, Shortcut = Shortcut.BFirst, Input = new[] { 3, 32, 32 }, Classes = 10)]
public sealed partial class Preact;

[ResNet(Stem = Stem.Deep, Block = Block.PreactBottleneck, N = 1, Widths = new[] { 8, 16 }, Shortcut = Shortcut.BFirst, Input = new[] { 3, 32, 32 }, Classes = 10, Naming = ResNetGen.Naming.Timm)]
public sealed partial class PreactOfTimm;

[ResNet(Stem = Stem.Deep, Norm = Norm.Group, NormGroups = 4, N = 1, Widths = new[] { 8, 16 }, Attention = Attention.Se, AttentionDivisor = 1, AvgDown = AvgDown.Mm, Input = new[] { 3, 32, 32 }, Classes = 10)]
public sealed partial class Varied;

[ResNet(Stem = Stem.Deep, Norm = Norm.Group, NormGroups = 4, N = 1, Widths = new[] { 8, 16 }, Attention = Attention.Se, AttentionDivisor = 1, AvgDown = AvgDown.Mm, Input = new[] { 3, 32, 32 }, Classes = 10, Naming = ResNetGen.Naming.Mmpretrain)]
public sealed partial class VariedOfMmpretrain;
