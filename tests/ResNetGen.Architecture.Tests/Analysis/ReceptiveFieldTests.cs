using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Analysis;

/// <summary>
/// A layer with kernel k behind a total stride j widens the field by (k - 1) j. The stem: 7x7 by 2 gives 7 at stride 2
/// (c1); the 3x3 pool adds 2 x 2 = 4, to 11 at stride 4.
/// </summary>
public class ReceptiveFieldTests
{
    // Basic blocks, two 3x3 each. layer1, stride 4: 4 convolutions add 8 each: 11 + 32 = 43.
    // layer2: the first 3x3 still sees stride 4 (+8), the other three stride 8 (+16 each): 43 + 8 + 48 = 99.
    // layer3: +16, then three of 32: 99 + 16 + 96 = 211. layer4: +32, then three of 64: 211 + 32 + 192 = 435.
    [Fact]
    public void ResNet18() => Expect("resnet18", [(2, 7), (4, 43), (8, 99), (16, 211), (32, 435)]);

    // One 3x3 per bottleneck. layer1: three at stride 4 add 24: 11 + 24 = 35.
    // layer2: the 3x3 strides, so it still sees 4 (+8), three see 8 (+16 each): 35 + 8 + 48 = 91.
    // layer3: +16, five of 32: 91 + 16 + 160 = 267. layer4: +32, two of 64: 267 + 32 + 128 = 427.
    [Fact]
    public void ResNet50() => Expect("resnet50", [(2, 7), (4, 35), (8, 91), (16, 267), (32, 427)]);

    // The 1x1 strides, so every 3x3 of a stage sees the stage's own stride.
    // layer2: four of 16: 35 + 64 = 99. layer3: six of 32: 99 + 192 = 291. layer4: three of 64: 291 + 192 = 483.
    [Fact]
    public void ResNet50_v1() => Expect("resnet50_v1", [(2, 7), (4, 35), (8, 99), (16, 291), (32, 483)]);

    // 3x3 stem: 3 at stride 1. layer1: six 3x3 at stride 1 add 12: 15. layer2: +2, five of 4: 37. layer3: +4, five of 8: 81.
    [Fact]
    public void CifarResNet20() => Expect("cifar_resnet20_B", [(1, 3), (1, 15), (2, 37), (4, 81)]);

    private static void Expect(string name, (long Stride, long Field)[] taps) =>
        Assert.Equal(taps, SpecFolder.Compile(name).Analysis.Taps.Select(t => (t.Stride, t.ReceptiveField)));
}
