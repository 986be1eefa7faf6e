using ResNetGen.Training.Distributed;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Evaluation;

/// <summary>A process of a group whose processes run one after the other: a sum has what earlier ones gave.</summary>
internal sealed class RecordedGroup(int rank, int worldSize, List<double[]> sums) : IProcessGroup
{
    public int Rank => rank;

    public int WorldSize => worldSize;

    public void Sum(Tensor tensor)
    {
        sums.Add(tensor.data<double>().ToArray());
        using var all = TorchSharp.torch.tensor(Enumerable.Range(0, sums[0].Length).Select(i => sums.Sum(s => s[i])).ToArray());
        tensor.copy_(all);
    }

    public void Broadcast(IReadOnlyList<Tensor> tensors) => throw new NotSupportedException();

    public void Barrier() => throw new NotSupportedException();

    public IGradientReduction ReduceGradients(IReadOnlyList<Parameter> parameters) => throw new NotSupportedException();

    public IDisposable SynchronizeNorms(nn.Module network) => throw new NotSupportedException();

    public void Dispose()
    {
    }
}
