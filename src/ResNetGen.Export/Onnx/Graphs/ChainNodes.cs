using ResNetGen.Architecture.Networks;
using ResNetGen.Export.Onnx.Weights;

namespace ResNetGen.Export.Onnx.Graphs;

/// <summary>Makes the nodes of layers that run one behind the other.</summary>
internal sealed class ChainNodes(Graph graph, WeightSet weights, bool foldsNorms)
{
    private readonly WeightedNodes _weighted = new(graph, weights);

    /// <summary>Adds the nodes of layers whose keys stand behind <paramref name="prefix"/>.</summary>
    public Map Add(Map x, string prefix, IEnumerable<Layer> layers)
    {
        // Nothing is dropped in evaluation.
        var all = LayerChain.Flatten(layers).Where(l => l is not Dropout).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var path = prefix + all[i].Key;
            if (foldsNorms && all[i] is Convolution convolution && i + 1 < all.Count && all[i + 1] is BatchNorm or FrozenBatchNorm)
            {
                x = _weighted.Folded(x, path, convolution, prefix + all[i + 1].Key, (Norm)all[i + 1]);
                i++;
                continue;
            }

            x = new Map(Node(x, path, all[i]), all[i].Output(x.Shape));
        }

        return x;
    }

    private string Node(Map x, string path, Layer layer) => layer switch
    {
        Convolution convolution => _weighted.Convolution(x.Name, path, convolution),
        Linear linear => _weighted.Linear(x.Name, path, linear),
        BatchNorm norm => _weighted.BatchNorm(x.Name, path, norm.Eps),
        FrozenBatchNorm norm => _weighted.BatchNorm(x.Name, path, norm.Eps),
        GroupNorm norm => _weighted.GroupNorm(x, path, norm),
        SqueezeExcitation => _weighted.SqueezeExcitation(x.Name, path),
        ChannelAttention attention => _weighted.ChannelAttention(x.Name, path, attention),
        Activation activation => ActivationNodes.Add(graph, x.Name, NameOf(activation, path), activation.Function),
        _ => PoolNodes.Add(graph, x, path, layer),
    };

    // In blocks activations have no key: all are called the same.
    private string NameOf(Activation activation, string path) =>
        activation.Key == "act" ? graph.NameFor(path[..^activation.Key.Length] + activation.Kind) : path;
}
