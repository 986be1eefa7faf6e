using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Networks;

/// <summary>Layers that run one behind the other under one key: <c>conv1.0</c>, <c>conv1.1</c>, ...</summary>
/// <param name="Key">The key of the whole.</param>
/// <param name="Layers">The layers, first to last; their keys are relative to the chain's.</param>
public sealed record LayerChain(string Key, EquatableArray<Layer> Layers) : Layer(Key)
{
    /// <inheritdoc/>
    public override string Kind => "chain";

    /// <inheritdoc/>
    public override ImageShape Output(ImageShape input) => Layers.Aggregate(input, (map, layer) => layer.Output(map));

    /// <summary>Returns every layer that is no chain, with its key below that of <paramref name="layers"/>.</summary>
    public static IEnumerable<Layer> Flatten(IEnumerable<Layer> layers) => layers.SelectMany(layer => layer is LayerChain chain
        ? Flatten(chain.Layers).Select(inner => inner with { Key = chain.Key + "." + inner.Key })
        : [layer]);
}
