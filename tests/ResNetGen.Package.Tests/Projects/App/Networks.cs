using ResNetGen;

namespace App;

[ResNet("resnet50.resnet.yaml")]
public sealed partial class ResNet50;

[ResNet("resnet50.resnet.yaml", Stem = Stem.Deep, Attention = Attention.Se, OutputStride = 8)]
public sealed partial class Attentive;

[ResNet(Block = Block.PreactBasic, Stem = Stem.Conv3x3, Depth = 20, Input = new[] { 3, 32, 32 }, Classes = 10)]
public sealed partial class SmallPreact;
