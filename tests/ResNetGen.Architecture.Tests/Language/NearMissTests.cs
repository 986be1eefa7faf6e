using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Language;

/// <summary>What is as near to a mistake as can be, and none.</summary>
public class NearMissTests
{
    [Theory]
    [InlineData("stages: [{ blocks: 10000 }]")]
    [InlineData("stages: [{ blocks: 1, dilation: 1 }]")] // RNG1021 is for stages after the first
    [InlineData("multi_grid: [1, 2]\nstages: [{ blocks: 1 }, { blocks: 2, stride: 1, dilation: 1 }]")] // the grid of the last stage is said at the root
    [InlineData("stages: [{ blocks: 1 }, { blocks: 1, stride: 2, dilation: 1 }]")]
    [InlineData("stages: [{ blocks: 1 }, { blocks: 1, stride: 1 }]")]
    [InlineData("stages: [{ blocks: 1 }, { blocks: 2, stride: 1, dilation: 1, multi_grid: [1, 1] }]")]
    [InlineData("block: bottleneck\nstages: [{ blocks: 2, dilation: 2, multi_grid: [1, 1] }]")] // what the rates replace has to be said
    [InlineData("block: bottleneck\nmulti_grid: [3]\nstages: [{ blocks: 1, dilation: 2 }]")]
    [InlineData("block: bottleneck\nstages: [{ blocks: 1 }, { blocks: 1, stride: 1, dilation: 2 }, { blocks: 2, stride: 1, dilation: 4 }]")] // the next stage's first block
    [InlineData("block: bottleneck\navg_down: timm\nstages: [{ blocks: 1, dilation: 2 }]")] // another pool
    [InlineData("block: bottleneck\nprojection_kernel: 3\nstages: [{ blocks: 1, dilation: 2 }]")] // another projection
    [InlineData("stem: { pool: { kernel: 2, padding: 1 } }\nstages: [{ blocks: 1 }]")]
    [InlineData("stem: { pool: { pad_value: zero, padding: 31 } }\nstages: [{ blocks: 1 }]")]
    [InlineData("stem: { pool: { padding: 2, anti_aliasing: average } }\nstages: [{ blocks: 1 }]")] // no max pool
    [InlineData("input: [3, 15, 15]\nstem: { pool: { kernel: 8, padding: 0, stride: 1 } }\nstages: [{ blocks: 1, block: bottleneck, width: 1, stride_placement: v1 }]\n# resnetgen: disable RNG1023")]
    [InlineData("input: [3, 4, 4]\nstem: { convs: [{ channels: 4, kernel: 7 }], pool: none }\nstages: [{ blocks: 1 }]")]
    [InlineData("input: [3, 64, 32]\nhead: { pool_kernel: 8 }\nstages: [{ blocks: 1 }]")]
    [InlineData("avg_down: timm\nprojection_kernel: 1\nstages: [{ blocks: 1 }]")]
    [InlineData("avg_down: none\nprojection_kernel: 3\nstages: [{ blocks: 1 }]")]
    [InlineData("avg_down: timm\nstages: [{ blocks: 1 }, { blocks: 1, avg_down: none, projection_kernel: 3 }]")]
    [InlineData("input: [3, 96, 96]\nanti_aliasing: average\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]")]
    [InlineData("input: [3, 101, 101]\nanti_aliasing: blur\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]")]
    [InlineData("shortcut: none\nstrided_padding: 0\nstages: [{ blocks: 1 }, { blocks: 1 }]")] // nothing is added
    [InlineData("shortcut: none\nanti_aliasing: average\ninput: [3, 100, 100]\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]")]
    [InlineData("output_stride: 4\nstages: [{ blocks: 1 }]")]
    [InlineData("taps: [c1, c2]\nstages: [{ blocks: 1 }]")]
    [InlineData("frozen_stages: 1\nstages: [{ blocks: 1 }]")]
    [InlineData("trainable_layers: 2\nstages: [{ blocks: 1 }]")]
    [InlineData("head: none\nfinal_norm: true\ntaps: [c3]\nstages: [{ blocks: 1 }, { blocks: 1 }]")]
    [InlineData("final_norm: true\ntaps: [c2]\nstages: [{ blocks: 1 }, { blocks: 1 }]")] // there is a head behind it
    [InlineData("norm: { kind: batch, groups: 7 }\nstages: [{ blocks: 1 }]")]
    [InlineData("norm: { kind: group, groups: 64 }\nstages: [{ blocks: 1 }]")]
    [InlineData("shortcut: A\nstages: [{ blocks: 1, width: 64 }, { blocks: 1, width: 64 }]")]
    [InlineData("block: basic\ngroups: 1\nwidth_per_group: 64\nstages: [{ blocks: 1 }]")]
    [InlineData("block: bottleneck\nwidth_per_group: 1\nstages: [{ blocks: 1, width: 64 }]")]
    [InlineData("stem: { preset: deep, channels: 2 }\nstages: [{ blocks: 1 }]")]
    [InlineData("stem: { preset: deep_tiered, channels: 3 }\nstages: [{ blocks: 1 }]")]
    [InlineData("expansion: 64\nstages: [{ blocks: 1, width: 1024 }]")]
    [InlineData("dropout: 0.999\nnorm: { eps: 1, momentum: 1 }\nstages: [{ blocks: 1 }]")]
    [InlineData("dropout: 0\nnorm: { momentum: 0.0 }\nstochastic_depth: .5\nstages: [{ blocks: 1 }]")]
    public void Nothing_is_wrong(string text) => Assert.NotNull(Spec.Right(text));
}
