namespace ResNetGen.Training.Tests.Evaluation;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 7)]
internal sealed partial class TinyNet;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Block = Block.Bottleneck, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 7)]
internal sealed partial class TinyBottleneckNet;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 7, HeadPoolKernel = 4)]
internal sealed partial class FixedHeadNet;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Head = Head.None)]
internal sealed partial class HeadlessNet;

[ResNet(Input = new[] { 3, 8, 8 }, Stem = Stem.Conv3x3, Blocks = new[] { 1 }, Widths = new[] { 4 }, Classes = 5)]
internal sealed partial class OtherClasses;
