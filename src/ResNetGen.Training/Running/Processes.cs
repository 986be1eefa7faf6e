using System.Text;
using ResNetGen.Training.Distributed;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>This process among those that train together, or alone.</summary>
internal sealed class Processes(IProcessGroup? group, Device device)
{
    public IProcessGroup? Group => group;

    public int Rank => group?.Rank ?? 0;

    public int Count => group?.WorldSize ?? 1;

    /// <summary>Whether this is the process that writes files and tells observers.</summary>
    public bool IsFirst => Rank == 0;

    /// <summary>Does something that may fail on one process, and fails on all of them then.</summary>
    /// <exception cref="TrainingException">It failed on another process.</exception>
    public void Together(Action action)
    {
        try
        {
            action();
        }
        catch
        {
            _ = Failures(1);
            throw;
        }

        if (Failures(0) > 0)
            throw new TrainingException("another process could not go on; its own message says why");
    }

    /// <summary>Gives every process the text of the first.</summary>
    public string Share(string text)
    {
        if (group is null)
            return text;

        using var scope = NewDisposeScope();
        var bytes = Encoding.UTF8.GetBytes(text);
        var length = tensor(new long[] { bytes.Length }, device: device);
        group.Broadcast([length]);
        var local = IsFirst ? tensor(bytes.Select(b => (long)b).ToArray()) : zeros([length.cpu().item<long>()], ScalarType.Int64);
        var shared = local.to(device);
        group.Broadcast([shared]);
        return Encoding.UTF8.GetString([.. shared.cpu().data<long>().ToArray().Select(v => (byte)v)]);
    }

    /// <summary>Gives every process the first's parameters and buffers.</summary>
    public void Share(nn.Module network)
    {
        Broadcast([.. network.parameters(), .. network.buffers()]);
    }

    /// <summary>Gives every process the first's buffers: the running statistics of norms, which are each process's own while it trains.</summary>
    public void ShareBuffers(nn.Module network)
    {
        Broadcast([.. network.buffers()]);
    }

    /// <summary>Gives every process the first's momentum.</summary>
    public void Share(SGD optimizer)
    {
        if (group is null)
            return;

        using var _ = no_grad();
        var present = Share(string.Concat(OptimizerFacts.AllMomentum(optimizer).Select(m => m is null ? '0' : '1')));
        OptimizerFacts.Allocate(optimizer, [.. present.Select(c => c == '1')]);
        Broadcast([.. OptimizerFacts.AllMomentum(optimizer).OfType<Tensor>()]);
    }

    // Norms that keep no statistics have no buffers, and a run that begins no momentum.
    private void Broadcast(IReadOnlyList<Tensor> tensors)
    {
        using var _ = no_grad();
        if (tensors.Count > 0)
            group?.Broadcast(tensors);
    }

    private double Failures(double own)
    {
        if (group is null)
            return own;

        using var failures = tensor(new[] { own }, device: device);
        group.Sum(failures);
        using var local = failures.cpu();
        return local.data<double>()[0];
    }
}
