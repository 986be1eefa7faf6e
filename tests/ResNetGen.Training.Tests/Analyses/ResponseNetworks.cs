namespace ResNetGen.Training.Tests.Analyses;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 3)]
internal sealed partial class BasicNet;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 3, Shortcut = Shortcut.None)]
internal sealed partial class PlainNet;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Block = Block.Bottleneck, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 3)]
internal sealed partial class BottleneckNet;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Block = Block.PreactBasic, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 3)]
internal sealed partial class PreactNet;

[ResNet(Input = new[] { 3, 16, 16 }, Stem = Stem.Deep, Blocks = new[] { 1 }, Widths = new[] { 8 }, Norm = Norm.FrozenBatch, ProjectionKernel = 3, Shortcut = Shortcut.C, Classes = 3)]
internal sealed partial class FrozenDeepNet;

[ResNet(Input = new[] { 3, 32, 32 }, Blocks = new[] { 1 }, Widths = new[] { 8 }, Head = Head.None, Norm = Norm.Group, NormGroups = 2)]
internal sealed partial class GroupNormBackbone;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Block = Block.PreactBottleneck, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 3, Naming = Naming.Timm)]
internal sealed partial class TimmPreactNet;
