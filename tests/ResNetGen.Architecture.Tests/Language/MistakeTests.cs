using System.Reflection;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Tests.Support;

namespace ResNetGen.Architecture.Tests.Language;

/// <summary>Every mistake that one spec can make, found once, at the exact token, however the file was saved.</summary>
public class MistakeTests
{
    /// <summary>The rule, and a spec whose mistake stands between the marks.</summary>
    public static TheoryData<string, string> Mistakes => new()
    {
        { "RNG0001", "block: basic\nstages: «@»foo\n" },
        { "RNG0001", "block: basic\nname: a«:» b\n" },
        { "RNG0001", "block: basic\nstages: [1, 2\n«»" },
        { "RNG0001", "block: basic\nname: «\"»abc\nstages: 3\n" },
        { "RNG0001", "block: basic\n«name»: \"\\U99999999\"\n" },
        { "RNG0001", "block: basic\nname: «\0»\n" },
        { "RNG0001", "block: basic\nname: «\uFFFD»\n" },
        { "RNG0003", "name: Net\nstages: «*anchor»\n" },
        { "RNG0003", "name: «&anchor» Net\nblock: *anchor\n" },
        { "RNG0003", "name: «!!str Net»\n" },
        { "RNG0003", "block: basic\n«<<»: { name: Net }\n" },
        { "RNG0003", "stages: [{ blocks: 1 }]\n«---»\nblock: basic\n" },
        { "RNG0004", "stages: [[[[[[[[[[[[[[[«»[1]]]]]]]]]]]]]]]]\n" },
        { "RNG0005", "«blok»: basic\nstages: [{ blocks: 1 }]\n" },
        { "RNG0005", "stages: [{ blocks: 1, «'é😀'»: 2 }]\n" },
        { "RNG0005", "stem: { preset: conv7x7, «chanels»: 64 }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0005", "stages:\n  - blocks: 1\nhead:\n  classes: 10\n  «dropoff»: 1\n" },
        { "RNG0005", "norm: { kind: batch, «epsilon»: 1e-3 }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0005", "attention: { kind: se, «reduction»: 16 }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0005", "stem: { pool: { «size»: 3 } }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0005", "stem: { convs: [{ channels: 8, «dilation»: 2 }] }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0005", "stages: [{ blocks: 1, «output_stride»: 8 }]\n" },
        { "RNG0005", "«dilation»: 2\nstages: [{ blocks: 1 }]\n" },
        { "RNG0006", "block: basic\n«block»: bottleneck\nstages: [{ blocks: 1 }]\n" },
        { "RNG0006", "stages: [{ blocks: 1, width: 8, «blocks»: 2 }]\n" },
        { "RNG0007", "«- 1\n- 2»\n" },
        { "RNG0007", "«[1, 2]»\n" },
        { "RNG0007", "«hello»\n" },
        { "RNG0007", "stages: «3»\n" },
        { "RNG0007", "stages: «{ blocks: 1 }»\n" },
        { "RNG0007", "stages: [«7»]\n" },
        { "RNG0007", "block:«»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "block: «[basic]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "stages: [{ blocks: «'1'» }]\n" },
        { "RNG0007", "stages: [{ blocks: «1.5» }]\n" },
        { "RNG0007", "stages: [{ blocks: «1e3» }]\n" },
        { "RNG0007", "stages: [{ blocks: «１» }]\n" },
        { "RNG0007", "name: «{ a: 1 }»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "«[1, 2]»: 3\n" },
        { "RNG0007", "conv_bias: «yes»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "conv_bias: «True»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "conv_bias: «'true'»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "norm_eval: «1»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "zero_init_residual: «[true]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "replace_stride_with_dilation: [«0»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "dropout: «'0.1'»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "dropout: «high»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "dropout: «.nan»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "dropout: «NaN»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "dropout: «1_0»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "dropout: «0x1»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "dropout: «0,5»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "norm: { eps: «1e-5 1» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "norm: { eps: «[1e-5]» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "projection_kernel: «three»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "projection_kernel: «3.0»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "projection_kernel: «'3'»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "taps: «c2»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "taps: [«[2]»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "taps: [«~»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "taps: [«{ c2: 2 }»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "norm: «[batch]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "attention: «[se]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "head: «[10]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "stem: { pool: «[max]» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "stem: { convs: «{ channels: 4 }» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "multi_grid: «1»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0007", "stages: [{ blocks: 1, norm: «»}]\n" },
        { "RNG0008", "stages: [{ blocks: «0» }]\n" },
        { "RNG0008", "stages: [{ blocks: «-3» }]\n" },
        { "RNG0008", "stages: [{ blocks: «1000000000» }]\n" },
        { "RNG0008", "stages: [{ blocks: «99999999999999999999» }]\n" },
        { "RNG0008", "stages: [{ blocks: 1, width: «0» }]\n" },
        { "RNG0008", "stages: [{ blocks: 1, stride: «17» }]\n" },
        { "RNG0008", "input: [3, «-224», 224]\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "head: { classes: «0» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "dropout: «1»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "dropout: «-0.1»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "head: { dropout: «1.0» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "stochastic_depth: «1e0»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "norm: { eps: «0» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "norm: { eps: «1.001» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "norm: { momentum: «-1e-3» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "norm: { groups: «0» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "attention: { ratio: «0.0» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "attention: { kind: se, ratio: «1.01» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "attention: { divisor: «1025» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "projection_kernel: «2»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "projection_kernel: «5»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "projection_dilation: «65»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "strided_padding: «32»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "expansion: «65»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "width_divisor: «0»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "reduce_first: «1025»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "n: «0»\n" },
        { "RNG0008", "depth: «100001»\n" },
        { "RNG0008", "output_stride: «0»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "multi_grid: [«65»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "stages: [{ blocks: 1, dilation: «65» }]\n" },
        { "RNG0008", "frozen_stages: «-2»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "trainable_layers: «18»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "head: { pool_kernel: «1025» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "stem: { pool: { kernel: «32» } }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "stem: { convs: [{ channels: 8, padding: «32» }] }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0008", "version: «2»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "block: «botleneck»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "stages: [{ blocks: 1, shortcut: «b» }]\n" },
        { "RNG0009", "stem: «conv»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "stride_placement: «\"v2\"»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "shortcut: «D»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "norm: «layer»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "norm: { kind: «bn» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "activation: «swish»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "attention: { kind: «cbam» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "anti_aliasing: «max»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "avg_down: «true»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "stride_block: «middle»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "first_dilation: «2»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "basic_dilation: «second»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "multi_grid_mode: «relative»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "head: «linear»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "stem: { pool: «median» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "stem: { pool: { pad_value: «0» } }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "init: «xavier»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "linear_init: «zeros»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0009", "naming: «keras»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0010", "«block: basic»\n" },
        { "RNG0010", "stages: [«{ width: 64 }»]\n" },
        { "RNG0010", "stages:\n  - «width: 64\n    stride: 1»\n\n# behind it\nblock: basic\n" },
        { "RNG0010", "stem: { convs: [«{ kernel: 3 }»] }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0010", "stages: [{ blocks: 1 }, «{}»]\n" },
        { "RNG0011", "name: «2fast»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0011", "name: «class»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0011", "name: «'a\"; evil(); //'»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0012", "extends: «other.resnet.yaml»\n" },
        { "RNG0013", "extends: «net.resnet.yaml»\n" },
        { "RNG0014", "input: «[3, 224]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0014", "input:\n  «- 3\n  - 224»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0014", "stages: «[]»\n" },
        { "RNG0014", "stem: { convs: «[]» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG0014", "taps: «[]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0014", "replace_stride_with_dilation: «[true]»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG0014", "replace_stride_with_dilation: «[true]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG0014", "multi_grid: «[1, 2]»\nstages: [{ blocks: 2 }, { blocks: 3 }]\n" },
        { "RNG0014", "stages: [{ blocks: 2, multi_grid: «[1, 2, 4]» }, { blocks: 3 }]\n" },
        { "RNG0014", "n: 2\nmulti_grid: «[1, 2, 4]»\n" },
        { "RNG1001", "block: bottleneck\ngroups: 7\nstages: [{ blocks: 1, width: «64» }]\n" },
        { "RNG1001", "block: bottleneck\nstages: [«{ blocks: 1, groups: 48 }»]\n" },
        { "RNG1001", "block: bottleneck\ngroups: 32\nwidth_per_group: 4\nreduce_first: «3»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1001", "block: preact_bottleneck\ngroups: 3\nwidth_per_group: 64\nwidth_divisor: «128»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1002", "input: «[3, 16, 16]»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1002", "input: «[3, 2, 2]»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1002", "input: «[3, 5, 224]»\nstem: { convs: [{ channels: 4, kernel: 7, padding: 0 }] }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1002", "input: «[3, 16, 16]»\nstem: conv3x3\nanti_aliasing: blur\nstages: [{ blocks: 1 }, { blocks: 1, stride: 8 }, { blocks: 1, stride: 4 }]\n" },
        { "RNG1003", "stages: [{ blocks: 6000 }, { blocks: «6000» }]\n" },
        { "RNG1003", "n: «3334»\n" },
        { "RNG1003", "depth: «60002»\n" },
        { "RNG1004", "{ input: «[3, 16384, 16384]», stem: { preset: conv3x3, channels: 65536 }, stages: [{ blocks: 1, width: 65536 }] }\n" },
        { "RNG1005", "block: basic\ngroups: «32»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1005", "stages: [{ blocks: 1, width_per_group: «4» }]\n" },
        { "RNG1005", "block: preact_basic\nstages: [{ blocks: 1, groups: «2» }]\n" },
        { "RNG1006", "block: bottleneck\nwidth_per_group: 1\nstages: [{ blocks: 1, width: «63» }]\n" },
        { "RNG1006", "reduce_first: «128»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1007", "expansion: 64\nstages: [{ blocks: 1, width: «2000» }]\n" },
        { "RNG1007", "block: bottleneck\nstages: [{ blocks: 1, width: «20000» }]\n" },
        { "RNG1007", "block: bottleneck\ngroups: 65536\nwidth_per_group: 64\nstages: [{ blocks: 1, width: «64» }]\n" },
        { "RNG1008", "block: bottleneck\nwidth_per_group: 3\ngroups: 8\nstages: [{ blocks: 1, width: «100» }]\n" },
        { "RNG1009", "shortcut: «A»\nstages: [{ blocks: 1, width: 64 }, { blocks: 1, width: 32 }]\n" },
        { "RNG1009", "stages: [{ blocks: 1, width: 64 }, { blocks: 1, width: 32, shortcut: «A_split» }]\n" },
        { "RNG1010", "stem: { channels: «64», convs: [{ channels: 64 }] }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1011", "stem: { preset: deep, channels: «1» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1011", "stem: { preset: deep_tiered, channels: «2» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1012", "strided_padding: «0»\nstages: [{ blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1012", "strided_padding: «2»\nblock: bottleneck\nstages: [{ blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1012", "stages: [{ blocks: 1 }, { blocks: 1, strided_padding: «0» }]\n" },
        { "RNG1012", "avg_down: timm\nstrided_padding: «0»\nstages: [{ blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1012", "shortcut: A\nstrided_padding: «0»\nstages: [{ blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1012", "input: [3, 100, 100]\nanti_aliasing: «average»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1012", "input: [3, 17, 17]\nstem: conv3x3\nblock: bottleneck\nstages: [{ blocks: 1 }, { blocks: 1, anti_aliasing: «average» }]\n" },
        { "RNG1013", "taps: [c2, «c3»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [«0»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [«c0»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [«c02»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [«-1»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [«stem»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [«C2»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [«2.0»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [1, «9999999999»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1014", "output_stride: «64»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1014", "output_stride: «2»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1014", "output_stride: «12»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1014", "stem: conv3x3\noutput_stride: «8»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1015", "stages: [{ blocks: 1, block: bottleneck, dilation: «2» }]\n" },
        { "RNG1015", "block: bottleneck\nstages: [{ blocks: 1 }, { blocks: 1, stride: 1, dilation: «2» }]\n" },
        { "RNG1015", "first_dilation: half\nblock: bottleneck\nstages: [{ blocks: 1 }, { blocks: 1, stride: 1, dilation: «3» }]\n" },
        { "RNG1015", "basic_dilation: first\nstages: [{ blocks: 1 }, { blocks: 1, stride: 1, dilation: «2» }]\n" },
        { "RNG1016", "stem: { pool: { padding: «2» } }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1016", "stem: { pool: { kind: average, padding: «2» } }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1016", "stem: { pool: { kernel: 1, padding: «1» } }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1016", "anti_aliasing: blur\nstem: { pool: { padding: «2» } }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1016", "head: { pool_kernel: «8» }\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1016", "input: [3, 64, 256]\nhead: { pool_kernel: «17» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1016", "input: [3, 16, 16]\nstem: { pool: «{ kernel: 9, padding: 0 }» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1016", "input: [3, 8, 64]\nstem: { pool: «{ kind: average, kernel: 5, stride: 1, padding: 0 }» }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1017", "norm: «group»\nstages: [{ blocks: 1, width: 48 }]\n" },
        { "RNG1017", "norm: { kind: group, groups: «48» }\nstem: { channels: 96 }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1017", "norm: { kind: group, groups: «64» }\nstem: deep\nstages: [{ blocks: 1 }]\n" },
        { "RNG1017", "stages: [{ blocks: 1, norm: { kind: group, groups: «7» } }]\n" },
        { "RNG1017", "stages: [{ blocks: 1, width: 48, norm: «{ kind: group }» }]\n" },
        { "RNG1017", "norm: «group»\nblock: preact_basic\nwidth_divisor: 32\nstages: [{ blocks: 1, width: 48 }]\n" },
        { "RNG1018", "depth: «21»\n" },
        { "RNG1018", "depth: «3»\n" },
        { "RNG1018", "depth: «1»\n" },
        { "RNG1018", "depth: «2»\n" },
        { "RNG1018", "block: bottleneck\ndepth: «26»\n" },
        { "RNG1018", "depth: «13»\nstages: [{}, { block: bottleneck }]\n" },
        { "RNG1019", "n: «3»\ndepth: 20\n" },
        { "RNG1019", "n: 3\nstages: [{}, { blocks: «3» }]\n" },
        { "RNG1019", "depth: 8\nstages: [{ blocks: «3» }, {}, {}]\n" },
        { "RNG1019", "output_stride: 8\nreplace_stride_with_dilation: «[false, true]»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1019", "output_stride: 8\nstages: [{ blocks: 1 }, { blocks: 1, dilation: «1» }]\n" },
        { "RNG1019", "replace_stride_with_dilation: [true]\nstages: [{ blocks: 1 }, { blocks: 1, dilation: «2» }]\n" },
        { "RNG1019", "frozen_stages: 0\ntrainable_layers: «1»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1019", "avg_down: «timm»\nprojection_kernel: 3\nstages: [{ blocks: 1 }]\n" },
        { "RNG1019", "projection_kernel: 3\nstages: [{ blocks: 1, avg_down: «mm» }]\n" },
        { "RNG1013", "taps: [c2, c1, «c2»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1013", "taps: [c2, «2»]\nstages: [{ blocks: 1 }]\n" },
        { "RNG1019", "stem: { preset: «deep», convs: [{ channels: 8 }] }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1020", "frozen_stages: «2»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1020", "trainable_layers: «3»\nstages: [{ blocks: 1 }]\n" },
        { "RNG1021", "stages: [{ blocks: 1 }, { blocks: 1, stride: 1, dilation: «1» }]\n" },
        { "RNG1023", "input: «[3, 32, 32]»\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1023", "stages: [{ blocks: 1 }, { blocks: 2, stride: 1, dilation: «64» }]\n" },
        { "RNG1023", "stages: [{ blocks: 1 }, { blocks: 2, stride: 1, multi_grid: «[1, 60]» }]\n" },
        { "RNG1023", "input: «[3, 3, 3]»\nstem: { convs: [{ channels: 4, kernel: 7, padding: 31 }], pool: none }\nstages: [{ blocks: 1 }]\n" },
        { "RNG1023", "input: «[3, 64, 64]»\noutput_stride: 4\nstages: [{ blocks: 1 }, { blocks: 1, stride: 16 }]\n" },
        { "RNG1024", "head: none\nfinal_norm: «true»\ntaps: [c2]\nstages: [{ blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1024", "stochastic_depth: «0.1»\nshortcut: none\nstages: [{ blocks: 1 }, { blocks: 1 }]\n" },
        { "RNG1024", "stochastic_depth: «0.1»\nstages: [{ blocks: 1 }, { blocks: 1, shortcut: none }]\n" },
        { "RNG1024", "zero_init_residual: «true»\nnorm: frozen_batch\nstages: [{ blocks: 1 }]\n" },
        { "RNG1024", "zero_init_residual: «true»\nstages: [{ blocks: 1 }, { blocks: 1, norm: frozen_batch }]\n" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void One_finding_at_the_token(string rule, string marked)
    {
        foreach (var variant in Marked.Variants(marked))
        {
            var (text, site) = Marked.Parse(variant);
            var finding = Spec.Wrong(text);
            Assert.Equal((rule, site), (finding.Rule.Id, finding.Site));
        }
    }

    [Fact]
    public void Every_rule_of_a_spec_has_a_mistake_here()
    {
        // A failure of ResNetGen itself, an empty file and what only several files can do have tests of their own.
        string[] elsewhere = ["RNG0000", "RNG0002", "RNG0015", "RNG1022"];
        var rules = typeof(Rules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => ((Rule)f.GetValue(null)!).Id);
        Assert.Equal(rules.Except(elsewhere).Order(), Mistakes.Select(m => m.Data.Item1).Distinct().Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n")]
    [InlineData("# a comment\n")]
    [InlineData("---\n")]
    [InlineData("...\n")]
    [InlineData("null\n")]
    [InlineData("~")]
    [InlineData("{}")]
    public void A_file_that_says_nothing_is_one_finding_at_its_start(string text)
    {
        var finding = Spec.Wrong(text);
        Assert.Equal("net.resnet.yaml(1,1): error RNG0002: the spec is empty: it needs at least 'stages'", finding.ToString());
        Assert.Equal(0, finding.Site.Length);
    }

    [Theory]
    [InlineData("blok: basic\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,1): error RNG0005: unknown key 'blok' in the spec; did you mean 'block'?")]
    [InlineData("xyzzy: 1\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,1): error RNG0005: unknown key 'xyzzy' in the spec")]
    [InlineData("stages: [{ blocks: 1, widht: 3 }]", "net.resnet.yaml(1,23): error RNG0005: unknown key 'widht' in a stage; did you mean 'width'?")]
    [InlineData("block: botleneck\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,8): error RNG0009: unknown word 'botleneck': expected 'basic', 'bottleneck', 'preact_basic' or 'preact_bottleneck'; did you mean 'bottleneck'?")]
    [InlineData("stem: resnet\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,7): error RNG0009: unknown word 'resnet': expected 'conv7x7', 'conv3x3', 'deep' or 'deep_tiered'")]
    [InlineData("stages: [{ blocks: 0 }]", "net.resnet.yaml(1,20): error RNG0008: 0 is out of range: expected an integer from 1 to 10000")]
    [InlineData("input: [3, 16, 16]\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }, { blocks: 1 }]", "net.resnet.yaml(1,8): error RNG1002: the input 3x16x16 is too small: layer4.0.conv1 (3x3, stride 2) meets a 1x1 map; the smallest square input is 17x17")]
    [InlineData("stages: [{ blocks: 1, stride: 16 }, { blocks: 1, stride: 16 }, { blocks: 1, stride: 16 }, { blocks: 1, stride: 16 }]", "net.resnet.yaml(1,1): error RNG1002: the input 3x224x224 is too small: layer2.0.conv1 (3x3, stride 16) meets a 4x4 map; no input up to 16384x16384 is large enough")]
[InlineData("strided_padding: 0\nstages: [{ blocks: 1 }, { blocks: 1 }]", "net.resnet.yaml(1,18): error RNG1012: layer2.0 would add 128x27x27 from its main path and 128x28x28 from its shortcut")]
    [InlineData("taps: [c9]\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,8): error RNG1013: there is no such tap as 'c9': the network has c1 to c2")]
    [InlineData("taps: [stem]\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,8): error RNG1013: there is no such tap as 'stem': taps are c1, c2 and so on")]
    [InlineData("output_stride: 12\nstages: [{ blocks: 1 }, { blocks: 1 }, { blocks: 1 }]", "net.resnet.yaml(1,16): error RNG1014: the output stride 12 is never reached: the network has strides 4, 8, 16")]
    [InlineData("stages: [{ blocks: 1, block: bottleneck, dilation: 2 }]", "net.resnet.yaml(1,52): error RNG1015: the dilation 2 of stage 1 changes no convolution: see 'first_dilation' and 'basic_dilation'")]
    [InlineData("head: { pool_kernel: 57 }\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,22): error RNG1016: the pool of 57x57 is larger than its map of 56x56")]
    [InlineData("stem: { pool: { padding: 2 } }\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,26): error RNG1016: 3x3 windows with padding 2 on every side, more than half of a window")]
    [InlineData("norm: group\nstages: [{ blocks: 1, width: 48 }]", "net.resnet.yaml(1,7): error RNG1017: 32 groups do not divide the 48 channels of a norm of stage 1")]
    [InlineData("depth: 21", "net.resnet.yaml(1,8): error RNG1018: no such network has depth 21: depths are 2 + 6 x n, the nearest 20 or 26")]
    [InlineData("depth: 3", "net.resnet.yaml(1,8): error RNG1018: no such network has depth 3: depths are 2 + 6 x n, the nearest 8 or 14")]
    [InlineData("n: 3\ndepth: 20", "net.resnet.yaml(1,4): error RNG1019: 'n' and 'depth' exclude each other: leave one out")]
    [InlineData("frozen_stages: 3\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,16): error RNG1020: frozen_stages: 3 is more than the network has: stages: 1")]
    [InlineData("trainable_layers: 3\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,19): error RNG1020: trainable_layers: 3 is more than the network has: stages and stem: 2")]
    [InlineData("taps: [c2, 2]\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,12): error RNG1013: there is no such tap as 'c2': it is named before, and can be taken once")]
    [InlineData("groups: 32\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,9): error RNG1005: 'groups' is for bottlenecks: a basic block has no grouped convolution")]
    [InlineData("stages: [{ blocks: 1 }, { blocks: 1, stride: 1, dilation: 1 }]", "net.resnet.yaml(1,59): warning RNG1021: stage 2 says its dilation, and neither strides nor dilates")]
    [InlineData("stages: [{ blocks: 1 }, { blocks: 2, stride: 1, dilation: 60 }]", "net.resnet.yaml(1,59): warning RNG1023: the 3x3 window of layer2.0.conv2 spans 121 over a 56x56 map: its outer taps see nothing but padding")]
    [InlineData("stochastic_depth: 0.1\nshortcut: none\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,19): error RNG1024: stochastic depth drops main paths, and stage 1 has no shortcut that would be left")]
    [InlineData("reduce_first: 128\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,15): error RNG1006: the first convolution of stage 1 would have no channels: 64 / 128")]
    [InlineData("block: bottleneck\nstages: [{ blocks: 1, width_per_group: 1, width: 63 }]", "net.resnet.yaml(2,50): error RNG1006: the 3x3 of stage 1 would have no channels: width 63 with width_per_group 1")]
    [InlineData("dropout: 1\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,10): error RNG0008: 1 is out of range: expected a number from 0 to 1 (not itself)")]
    [InlineData("projection_kernel: 2\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,20): error RNG0008: 2 is out of range: expected 1 or 3")]
    [InlineData("norm_eval: yes\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,12): error RNG0007: expected 'true' or 'false', found 'yes'")]
    [InlineData("multi_grid: [1, 2]\nstages: [{ blocks: 3 }]", "net.resnet.yaml(1,13): error RNG0014: expected 3 rates, one for each block of stage 1, found 2")]
    [InlineData("replace_stride_with_dilation: [true]\nstages: [{ blocks: 1 }]", "net.resnet.yaml(1,31): error RNG0014: expected 0 switches, one for each stage after the first, found 1")]
    [InlineData("name: Net", "net.resnet.yaml(1,1): error RNG0010: the spec needs 'stages': a list of 1 to 16 stages")]
    public void The_message_says_what_to_do(string text, string message) => Assert.Equal(message, Spec.Compile(text).Findings[0].ToString());

    [Fact]
    public void A_message_stays_on_one_short_line()
    {
        var finding = Spec.Compile($"\"{new string('k', 500)}\\n\": 1\nstages: [{{ blocks: 1 }}]\nname: \"a\\nb\"\n").Findings;
        Assert.Equal(["RNG0005", "RNG0011"], finding.Select(f => f.Rule.Id));
        Assert.All(finding, f => Assert.True(f.Message.Length < 200 && !f.Message.Any(char.IsControl), f.Message));
    }

    [Fact]
    public void Every_mistake_of_a_file_is_found_at_once()
    {
        var (_, findings) = Spec.Compile("name: 1a\nblok: basic\nstem: conv\nstages:\n  - { blocks: 0, width: -1 }\n  - { wide: 3 }\n");
        Assert.Equal(
            ["RNG0011", "RNG0005", "RNG0009", "RNG0008", "RNG0008", "RNG0005"], findings.Select(f => f.Rule.Id));
    }

    [Fact]
    public void A_width_cut_short_is_a_warning_and_the_network_is_built()
    {
        var (spec, findings) = Spec.Compile("block: bottleneck\nwidth_per_group: 3\ngroups: 8\nstages: [{ blocks: 1, width: 100 }]\n");
        Assert.Equal("width 100 x width_per_group 3 / 64 is 4.6875, cut to 4 channels per group", Assert.Single(findings).Message);
        Assert.Equal([32, 4, 3, 3], spec!.Analysis.State.Single(e => e.Key == "layer1.0.conv2.weight").Shape);
    }
}
