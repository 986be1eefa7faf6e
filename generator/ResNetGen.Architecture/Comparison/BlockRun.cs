using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Comparison;

/// <summary>Blocks of a stage that are the same and follow each other.</summary>
/// <param name="First">The place of the first, from 0.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Block">Each of them.</param>
public sealed record BlockRun(int First, int Count, Block Block)
{
    /// <summary>Takes a stage apart into runs, each as long as it can be.</summary>
    public static IReadOnlyList<BlockRun> Of(Stage stage, CancellationToken cancellation = default)
    {
        var runs = new List<BlockRun>();
        for (var i = 0; i < stage.Blocks.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (runs.Count > 0 && runs[runs.Count - 1] is var last && last.Block == stage.Blocks[i])
                runs[runs.Count - 1] = last with { Count = last.Count + 1 };
            else
                runs.Add(new BlockRun(i, 1, stage.Blocks[i]));
        }

        return runs;
    }
}
