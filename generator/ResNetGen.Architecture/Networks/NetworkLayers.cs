namespace ResNetGen.Architecture.Networks;

/// <summary>Lists the layers of a network.</summary>
public static class NetworkLayers
{
    /// <summary>Every layer once for each distinct block it is in, chains taken apart.</summary>
    public static IEnumerable<Layer> All(Network network) => LayerChain.Flatten(network.Stem.Body
        .Concat(network.Stem.Pool)
        .Concat(network.Stages.SelectMany(s => s.Blocks).Distinct().SelectMany(Of))
        .Concat(network.Final)
        .Concat(network.Head?.Layers ?? []));

    private static IEnumerable<Layer> Of(Block block) =>
        block.MainPath.Concat(block.Shortcut.Layers).Concat(block.After is { } after ? [after] : []);
}
