using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests;

/// <summary>The networks of these tests by name, and a step of training.</summary>
internal static class Networks
{
    public static nn.Module<Tensor, Tensor> Create(string name) => name switch
    {
        nameof(TorchvisionNet) => new TorchvisionNet(),
        nameof(TimmPreactNet) => new TimmPreactNet(),
        nameof(MmdetDeepNet) => new MmdetDeepNet(),
        nameof(MmpretrainDeepNet) => new MmpretrainDeepNet(),
        nameof(FrozenBySpecNet) => new FrozenBySpecNet(),
        _ => throw new ArgumentException(name, nameof(name)),
    };

    /// <summary>Every number of a network's state, as bytes.</summary>
    public static Dictionary<string, byte[]> Numbers(nn.Module network)
    {
        using var scope = torch.NewDisposeScope();
        return network.state_dict().ToDictionary(e => e.Key, e => e.Value.contiguous().bytes.ToArray());
    }

    /// <summary>A step on pictures of noise.</summary>
    public static void Step(nn.Module<Tensor, Tensor> network, SGD optimizer, Action afterTrain)
    {
        using var scope = torch.NewDisposeScope();
        network.train();
        afterTrain();
        optimizer.zero_grad();
        var logits = network.call(torch.randn(4, 3, 32, 32));
        var loss = nn.functional.cross_entropy(logits, torch.tensor(new long[] { 0, 1, 2, 3 }));
        loss.backward();
        optimizer.step();
    }
}
