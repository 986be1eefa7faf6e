using ResNetGen.Training.Distributed;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Running;

/// <summary>A group of two processes of which the other one gives nothing.</summary>
internal sealed class SilentGroup(int rank) : IProcessGroup, IGradientReduction
{
    public int Rank => rank;

    public int WorldSize => 2;

    /// <summary>How many tensors each broadcast gave.</summary>
    public List<int> Broadcasts { get; } = [];

    public void Broadcast(IReadOnlyList<Tensor> tensors) => Broadcasts.Add(tensors.Count);

    public void Sum(Tensor tensor)
    {
    }

    public void Barrier()
    {
    }

    public IGradientReduction ReduceGradients(IReadOnlyList<Parameter> parameters) => this;

    public IDisposable SynchronizeNorms(nn.Module network) => this;

    public void BeforeBackward()
    {
    }

    public void AfterBackward()
    {
    }

    public void Dispose()
    {
    }
}
