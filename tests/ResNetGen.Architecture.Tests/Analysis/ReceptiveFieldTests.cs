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

    // Layers 3 and 4 stay at stride 8, where a 3x3 of dilation d adds 16 d. layer3, as its first block is not dilated:
    // 16 + 5 x 32 = 176: 91 + 176 = 267. layer4, the first by 2: 32 + 2 x 64 = 160: 267 + 160 = 427.
    [Fact]
    public void Dilation_keeps_the_field_of_the_stride_that_it_replaced() =>
        Expect("resnet50_rswd_FTT", [(2, 7), (4, 35), (8, 91), (8, 267), (8, 427)]);

    // Every block of its stage is dilated: layer3 6 x 32 = 192: 91 + 192 = 283. layer4 3 x 64 = 192: 475.
    [Fact]
    public void Mm_dilates_the_first_block_too() => Expect("mm_resnet50_d8", [(2, 7), (4, 35), (8, 91), (8, 283), (8, 475)]);

    // 3x3 / 2, then two 3x3 at stride 2 add 4 each: 3 + 8 = 11; the pool 4: 15. From there as ResNet-50, 4 wider.
    [Fact]
    public void A_deep_stem_sees_more() => Expect("resnet50c", [(2, 11), (4, 39), (8, 95), (16, 271), (32, 431)]);

    // The stem's max pool keeps stride 2 (+4: 11), its blur adds 4: 15. In layer2 the strided 3x3 becomes one of stride 1
    // (+8) with a blur (+8): 39 + 16 + 3 x 16 = 103; layer3: +32 + 5 x 32 = 295; layer4: +64 + 2 x 64 = 487.
    [Fact]
    public void A_blur_is_a_window_of_its_own() => Expect("resnetblur50", [(2, 7), (4, 39), (8, 103), (16, 295), (32, 487)]);

    // Keras v2 strides in the last block: layer1 two 3x3 of stride 4 and the strided one (+8 each): 11 + 24 = 35 at stride 8.
    // layer2: four of 16: 99. layer3: six of 32: 291. layer4: three of 64: 483.
    [Fact]
    public void Striding_last_sees_less_in_layer_1_and_as_much_as_v1_behind_it() =>
        Expect("resnet50_keras_v2", [(2, 7), (8, 35), (16, 99), (32, 291), (32, 483)]);

    private static void Expect(string name, (long Stride, long Field)[] taps) =>
        Assert.Equal(taps, SpecFolder.Compile(name).Analysis.Taps.Select(t => (t.Stride, t.ReceptiveField)));
}
