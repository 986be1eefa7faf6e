using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>Makes the nodes of blocks: two ways, and their sum.</summary>
internal sealed class BlockNodes(Graph graph, ChainNodes chains)
{
    /// <summary>Adds the nodes of a block whose layers' keys stand behind <paramref name="prefix"/>.</summary>
    public Map Add(Map input, string prefix, Block block)
    {
        var start = chains.Add(input, prefix, block.Before);
        var sum = chains.Add(start, prefix, block.Residual);
        if (block.Shortcut is not NoShortcut)
        {
            // A projection takes what the main path takes, every other shortcut the input itself.
            var aside = block.Shortcut is ProjectionShortcut projection
                ? chains.Add(start, prefix, [projection.Chain]).Name
                : Shortcut(input, prefix, block.Shortcut);
            sum = sum with { Name = graph.Add("Add", prefix + "add", [sum.Name, aside]) };
        }

        return block.After is { } after ? chains.Add(sum, prefix, [after]) : sum;
    }

    private string Shortcut(Map input, string prefix, Shortcut shortcut) => shortcut switch
    {
        IdentityShortcut => input.Name,
        SubsampledShortcut subsampled => Subsampled(input, prefix, subsampled.Stride),
        PaddedShortcut padded => graph.Add(
            "Pad",
            prefix + "shortcut.pad",
            [Subsampled(input, prefix, padded.Stride), graph.Integers("pads", 0, padded.Before, 0, 0, 0, padded.After, 0, 0)],
            Attributes.Text("mode", "constant")),
        _ => throw new ArgumentOutOfRangeException(nameof(shortcut), shortcut, "no operator stands for this shortcut"),
    };

    // Every stride-th row and column.
    private string Subsampled(Map input, string prefix, int stride) => stride == 1 ? input.Name : graph.Add(
        "Slice",
        prefix + "shortcut.slice",
        [
            input.Name,
            graph.Integers("starts", 0, 0),
            graph.Integers("ends", input.Shape.Height, input.Shape.Width),
            graph.Integers("axes", 2, 3),
            graph.Integers("steps", stride, stride),
        ]);
}
