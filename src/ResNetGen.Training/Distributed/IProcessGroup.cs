using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Distributed;

/// <summary>Processes that train one network together; every process calls the same members in the same order.</summary>
/// <remarks>A process that dies or stays behind makes the others' calls throw <see cref="ProcessGroupException"/> within the group's timeout.</remarks>
public interface IProcessGroup : IDisposable
{
    /// <summary>This process, from 0.</summary>
    int Rank { get; }

    /// <summary>How many processes.</summary>
    int WorldSize { get; }

    /// <summary>Gives every process the tensors of rank 0, in place.</summary>
    void Broadcast(IReadOnlyList<Tensor> tensors);

    /// <summary>Replaces a tensor by its sum over all processes, in place.</summary>
    void Sum(Tensor tensor);

    /// <summary>Waits until every process has come here.</summary>
    void Barrier();

    /// <summary>Makes every backward pass leave the sum over all processes of each parameter's gradient, reduced in buckets while it runs.</summary>
    /// <param name="parameters">Those with gradients, in the order of the network.</param>
    IGradientReduction ReduceGradients(IReadOnlyList<Parameter> parameters);

    /// <summary>Makes every batch norm of a network use the statistics of all processes' pictures in training.</summary>
    /// <returns>Gives the norms back their own statistics when it is disposed; to be disposed before the group.</returns>
    IDisposable SynchronizeNorms(nn.Module network);
}
