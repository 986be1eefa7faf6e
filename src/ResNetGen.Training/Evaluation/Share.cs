using ResNetGen.Training.Distributed;

namespace ResNetGen.Training.Evaluation;

/// <summary>The run of neighbouring pictures that this process looks at.</summary>
internal readonly record struct Share(int First, int Count)
{
    /// <summary>The share of a process; sizes differ by one at most.</summary>
    public static Share Of(int count, IProcessGroup? group)
    {
        var (rank, worldSize) = (group?.Rank ?? 0, group?.WorldSize ?? 1);
        var first = (int)((long)count * rank / worldSize);
        return new Share(first, (int)((long)count * (rank + 1) / worldSize) - first);
    }
}
