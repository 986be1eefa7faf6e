using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Networks;
using static ResNetGen.Export.PyTorch.PythonExpression;

namespace ResNetGen.Export.PyTorch;

/// <summary>
/// The network's parts: attributes of its class, named by their keys; or, where keys have dots (timm's
/// <c>stem.conv</c>, <c>stages.0.blocks</c>, <c>head.fc</c>), attributes of a stem, of stages and of a head.
/// </summary>
internal sealed class PythonParts(PythonWriter writer, Network network, BlockForms forms)
{
    /// <summary>Whether there are groups.</summary>
    public bool AreGrouped => network.Stages[0].Key.Contains('.', StringComparison.Ordinal);

    /// <summary>The linear layer.</summary>
    public string Classifier => AreGrouped ? "self.head.fc" : "self.fc";

    /// <summary>The stage at <paramref name="index"/> from 0.</summary>
    public string Stage(int index) => AreGrouped ? $"self.stages[{PythonNames.Number(index)}]" : "self." + network.Stages[index].Key;

    /// <summary>The stem, or those of its layers that have something in the state dict.</summary>
    public IEnumerable<string> StemWithState() => AreGrouped
        ? ["self.stem"]
        : network.Stem.Body.Concat(network.Stem.Pool).Where(l => l is LayerChain || l.State.Count > 0).Select(l => "self." + l.Key);

    /// <summary>Writes the statements of the constructor that make the parts, in the order of the state dict.</summary>
    public void Create()
    {
        if (AreGrouped)
        {
            writer.Line("self.stem = Stem()");
            var stages = network.Stages.Select(s => Of("Stage", Blocks(s)));
            writer.Statement("self.stages = ", Of("nn.ModuleList", [new PythonExpression("[", [.. stages], "]")]));
        }
        else
        {
            Create(network.Stem.Body.Concat(network.Stem.Pool));
            foreach (var stage in network.Stages)
                writer.Statement($"self.{stage.Key} = ", Of("nn.Sequential", Blocks(stage)));
        }

        Create(network.Final);
        if (network.Head is null)
            return;

        if (AreGrouped)
            writer.Line("self.head = Head()");
        else
            Create(network.Head.Layers);
    }

    /// <summary>Writes the classes of the groups.</summary>
    public void Classes()
    {
        if (!AreGrouped)
            return;

        StemClass();
        writer.TopLevel("class Stage(nn.Module):", () =>
        {
            writer.Docstring("Blocks in a row.").Line();
            writer.Function("__init__", ["self", "*blocks: nn.Module"], "None", () => writer
                .Line("super().__init__()")
                .Line("self.blocks = nn.Sequential(*blocks)"));
            writer.Line();
            writer.Function("forward", ["self", "x: Tensor"], "Tensor", () => writer.Line("return self.blocks(x)"));
        });
        if (network.Head is not null)
            HeadClass(network.Head);
    }

    /// <summary>The statements that run the head on <c>x</c>.</summary>
    public IEnumerable<string> RunHead()
    {
        if (AreGrouped)
            return ["return self.head(x)"];

        var head = network.Head!;
        List<string> lines = [$"x = torch.flatten(self.{head.Pool.Key}(x), 1)"];
        if (head.Dropout is { } dropout)
            lines.Add($"x = self.{dropout.Key}(x)");

        return [.. lines, $"return {Classifier}(x)"];
    }

    private IEnumerable<PythonExpression> Blocks(Stage stage)
    {
        for (var start = 0; start < stage.Blocks.Count;)
        {
            var end = start + 1;
            while (end < stage.Blocks.Count && stage.Blocks[end].Equals(stage.Blocks[start]))
                end++;

            var block = PythonBlocks.Create(forms, stage.Blocks[start]);
            yield return end - start == 1 ? block : Repeated(block, end - start);
            start = end;
        }
    }

    private void Create(IEnumerable<Layer> layers)
    {
        foreach (var layer in layers.Where(l => l.IsModule))
            writer.Statement($"self.{KeyIn(layer)} = ", PythonLayers.Create(layer));
    }

    private static string KeyIn(Layer layer) => layer.Key[(layer.Key.LastIndexOf('.') + 1)..];

    private void StemClass() => writer.TopLevel("class Stem(nn.Module):", () =>
    {
        var pool = network.Stem.Pool;
        writer.Docstring(pool.Count == 0 ? "The layers before the first stage." : "The layers before the first stage; returns C1 and what its pool makes of it.").Line();
        writer.Function("__init__", ["self"], "None", () =>
        {
            writer.Line("super().__init__()");
            Create(network.Stem.Body.Concat(pool));
        });
        writer.Line();
        if (pool.Count == 0)
        {
            writer.Function("forward", ["self", "x: Tensor"], "Tensor", () => PythonSteps.Return(writer, [.. network.Stem.Body], KeyIn));
            return;
        }

        writer.Function("forward", ["self", "x: Tensor"], "Tuple[Tensor, Tensor]", () =>
        {
            foreach (var step in PythonSteps.Of(network.Stem.Body, isOwned: false, KeyIn))
                writer.Line("x = " + step);

            writer.Line("return x, " + pool.Aggregate("x", (before, layer) => $"self.{KeyIn(layer)}({before})"));
        });
    });

    private void HeadClass(Head head) => writer.TopLevel("class Head(nn.Module):", () =>
    {
        writer.Docstring("Pool and linear layer, which is a 1x1 convolution of one pixel.").Line();
        writer.Function("__init__", ["self"], "None", () =>
        {
            writer.Line("super().__init__()");
            Create(head.Layers);
        });
        writer.Line();
        writer.Function("forward", ["self", "x: Tensor"], "Tensor", () =>
        {
            var isPixel = !ForwardEmitter.ClassifiesFlattened(network);
            writer.Line($"x = {(isPixel ? $"self.{head.Pool.Key}(x)" : $"torch.flatten(self.{head.Pool.Key}(x), 1)")}");
            if (head.Dropout is { } dropout)
                writer.Line($"x = self.{dropout.Key}(x)");

            writer.Line($"return torch.flatten(self.fc({(isPixel ? "x" : "x[:, :, None, None]")}), 1)");
        });
    });
}
