namespace ResNetGen.Export.Tests.Onnx;

/// <summary>The generated class of <see cref="TestExport.Small"/>.</summary>
[ResNet(Name = "Small", Input = new[] { 3, 16, 16 }, Stem = Stem.Conv3x3, StemChannels = 4, Blocks = new[] { 1, 1 }, Widths = new[] { 4, 8 }, Classes = 5)]
internal sealed partial class SmallNetwork;
