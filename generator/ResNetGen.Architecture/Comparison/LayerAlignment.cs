using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Comparison;

/// <summary>Finds which layer of one sequence is which of another: those of one role, in order, the most alike.</summary>
internal static class LayerAlignment
{
    // Dearer than half of any pair of one role: nothing is removed and added again that could be changed.
    private const int Gap = 4;
    private const int Never = 1000;

    /// <summary>Returns the pairs in order; null stands for what the other sequence lacks.</summary>
    public static List<(Layer? Old, Layer? New)> Of(IReadOnlyList<Layer> old, IReadOnlyList<Layer> now)
    {
        var costs = Costs(old, now);
        var pairs = new List<(Layer?, Layer?)>();
        for (var (i, j) = (old.Count, now.Count); i > 0 || j > 0;)
        {
            if (j > 0 && costs[i, j] == costs[i, j - 1] + Gap)
                pairs.Add((null, now[--j]));
            else if (i > 0 && costs[i, j] == costs[i - 1, j] + Gap)
                pairs.Add((old[--i], null));
            else
                pairs.Add((old[--i], now[--j]));
        }

        pairs.Reverse();
        return pairs;
    }

    private static int[,] Costs(IReadOnlyList<Layer> old, IReadOnlyList<Layer> now)
    {
        var costs = new int[old.Count + 1, now.Count + 1];
        for (var i = 0; i <= old.Count; i++)
        {
            for (var j = 0; j <= now.Count; j++)
            {
                var best = i == 0 && j == 0 ? 0 : int.MaxValue;
                if (i > 0)
                    best = Math.Min(best, costs[i - 1, j] + Gap);
                if (j > 0)
                    best = Math.Min(best, costs[i, j - 1] + Gap);
                if (i > 0 && j > 0)
                    best = Math.Min(best, costs[i - 1, j - 1] + Cost(old[i - 1], now[j - 1]));

                costs[i, j] = best;
            }
        }

        return costs;
    }

    private static int Cost(Layer old, Layer now)
    {
        if (RoleOf(old) != RoleOf(now))
            return Never;

        var key = old.Key == now.Key ? 0 : 1;
        return LayerFacts.KindOf(old) != LayerFacts.KindOf(now)
            ? key + 3
            : key + Math.Min(3, FactChange.Between(LayerFacts.Of(old), LayerFacts.Of(now)).Count(f => !f.IsDerived));
    }

    private static string RoleOf(Layer layer) => layer switch
    {
        Convolution or Linear => "weights",
        Norm => "norm",
        Activation => "activation",
        SqueezeExcitation or ChannelAttention => "attention",
        Dropout => "dropout",
        _ => "pool",
    };
}
