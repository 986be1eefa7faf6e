using TorchSharp;

namespace ResNetGen.Training.Tests.Data;

/// <summary>Tests that count live tensors run alone: other tests' tensors would be counted, too.</summary>
[CollectionDefinition("live tensors", DisableParallelization = true)]
public sealed class LiveTensors
{
    /// <summary>How many tensors live, after those that earlier tests left to the garbage collector are gone.</summary>
    public static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
