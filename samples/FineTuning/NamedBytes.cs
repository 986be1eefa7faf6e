using TorchSharp;
using static TorchSharp.torch;

namespace FineTuning;

/// <summary>Every number of a network's state, to see later what changed.</summary>
internal sealed class NamedBytes
{
    private readonly Dictionary<string, byte[]> _bytes;

    private NamedBytes(Dictionary<string, byte[]> bytes) => _bytes = bytes;

    /// <summary>Copies a network's state.</summary>
    public static NamedBytes Of(nn.Module network)
    {
        using var scope = torch.NewDisposeScope();
        return new NamedBytes(network.state_dict().ToDictionary(e => e.Key, e => e.Value.bytes.ToArray(), StringComparer.Ordinal));
    }

    /// <summary>The parts of the network in which a number is another now: <c>fc, layer1</c>.</summary>
    public string PartsThatDiffer(nn.Module network) =>
        string.Join(", ", NamesThatDiffer(network).Select(n => n.Split('.')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>The tensors in which a number is another now.</summary>
    public IReadOnlyList<string> NamesThatDiffer(nn.Module network)
    {
        var now = Of(network)._bytes;
        return [.. _bytes.Where(e => !e.Value.AsSpan().SequenceEqual(now[e.Key])).Select(e => e.Key)];
    }
}
