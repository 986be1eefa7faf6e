using System.Runtime.CompilerServices;

namespace ResNetGen.Export.Tests.Onnx;

/// <summary>Whole graphs, as files that are reviewed: RESNETGEN_ACCEPT_SNAPSHOTS=1 accepts what came out.</summary>
public class GraphSnapshotTests
{
    [Fact]
    public void Small_network() => Check("small", TestExport.Small, new OnnxOptions());

    [Fact]
    public void Small_network_with_folded_norms_and_any_batch() =>
        Check("small-folded", TestExport.Small, new OnnxOptions { FoldBatchNorm = true, DynamicBatch = true, Taps = true, Opset = 13 });

    [Fact]
    public void Every_kind_of_layer() => Check(
        "kinds",
        """
        name: Kinds
        input: [3, 33, 33]
        naming: timm
        stem:
          convs: [{ channels: 8, stride: 2 }, { channels: 8 }]
          pool: { kind: max, ceil_mode: true, pad_value: zero }
        attention: eca
        stages:
          - { blocks: 1, width: 8, activation: gelu, attention: se, dropout: 0.1 }
          - { blocks: 2, width: 8, shortcut: A, activation: relu6, anti_aliasing: blur }
          - { blocks: 1, width: 16, block: preact_basic, norm: { kind: group, groups: 4 }, shortcut: A_split, activation: silu }
          - { blocks: 1, width: 16, block: preact_bottleneck, avg_down: timm, dilation: 2, stride: 1, activation: hardswish }
        head: { classes: 5, pool_kernel: 2, dropout: 0.5 }
        stochastic_depth: 0.2
        """,
        new OnnxOptions { Opset = 13 });

    private static void Check(string name, string spec, OnnxOptions options)
    {
        var text = GraphText.Of(TestExport.Export(TestExport.Compile(spec), options));
        var file = Path.Combine(Folder(), name + ".verified.txt");
        if (Environment.GetEnvironmentVariable("RESNETGEN_ACCEPT_SNAPSHOTS") == "1")
            File.WriteAllText(file, text);

        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string Folder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "Snapshots");
}
