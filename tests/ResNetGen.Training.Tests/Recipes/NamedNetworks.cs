namespace ResNetGen.Training.Tests;

[ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Conv7x7, Blocks = new[] { 1, 2, 1 }, Widths = new[] { 4, 6, 8 }, Classes = 5)]
internal sealed partial class TorchvisionNet;

[ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Conv7x7, Block = Block.PreactBottleneck, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 6 }, Classes = 5, FinalNorm = true, Naming = Naming.Timm)]
internal sealed partial class TimmPreactNet;

[ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Deep, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 6 }, Classes = 5, Naming = Naming.Mmdet)]
internal sealed partial class MmdetDeepNet;

[ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Deep, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 6 }, Classes = 5, Naming = Naming.Mmpretrain)]
internal sealed partial class MmpretrainDeepNet;

[ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Conv3x3, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 6 }, Classes = 5, FrozenStages = 1)]
internal sealed partial class FrozenBySpecNet;

[ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Conv3x3, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 6 }, Classes = 5, ZeroInitResidual = true, Attention = Attention.Se)]
internal sealed partial class ZeroInitNet;

[ResNet(Input = new[] { 3, 32, 32 }, Stem = Stem.Conv3x3, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 6 }, Norm = Norm.FrozenBatch, Head = Head.None)]
internal sealed partial class FrozenNormNet;
