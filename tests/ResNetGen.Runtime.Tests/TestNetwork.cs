using System.Globalization;
using System.Reflection;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>A generated class, reached the same way whatever its name.</summary>
public sealed class TestNetwork
{
    private readonly Type _type;

    private TestNetwork(Type type) => _type = type;

    /// <summary>Every network that is made from a file of specs/.</summary>
    public static IReadOnlyList<TestNetwork> All { get; } =
    [
        .. typeof(TestNetwork).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<ResNetAttribute>() is { Spec: not null, Classes: 0 })
            .Select(t => new TestNetwork(t)).OrderBy(n => n.Fact<long>("Macs")),
    ];

    /// <summary>The name of the spec.</summary>
    public string Name => Fact<string>("Name");

    /// <summary>The taps' names, C1 and on.</summary>
    public IReadOnlyList<string> Taps =>
        [.. Facts.GetNestedTypes().Select(t => t.Name).Order(StringComparer.Ordinal)];

    /// <summary>Whether the network classifies; a backbone does not.</summary>
    public bool HasHead => Facts.GetField("Classes") is not null;

    private Type Facts => _type.GetNestedType("Architecture")!;

    /// <summary>Returns the network of the spec <paramref name="name"/>.</summary>
    public static TestNetwork Named(string name) => All.Single(n => n.Name == name);

    /// <summary>Returns the constant Architecture.<paramref name="name"/>.</summary>
    public T Fact<T>(string name) => (T)Facts.GetField(name)!.GetRawConstantValue()!;

    /// <summary>Returns the constants of a tap: channels, height, width.</summary>
    public long[] TapShape(string tap)
    {
        var facts = Facts.GetNestedType(tap)!;
        return [Read("Channels"), Read("Height"), Read("Width")];

        long Read(string name) => Convert.ToInt64(facts.GetField(name)!.GetRawConstantValue(), CultureInfo.InvariantCulture);
    }

    /// <summary>Builds the network.</summary>
    public nn.Module<Tensor, Tensor> Create(Device device)
    {
        var network = (nn.Module<Tensor, Tensor>)Activator.CreateInstance(_type, [device, null])!;
        network.eval();
        return network;
    }

    /// <summary>Runs Features, and hands each map to <paramref name="look"/>.</summary>
    public void Features(nn.Module<Tensor, Tensor> network, Tensor input, Action<string, Tensor> look)
    {
        var maps = (IDisposable)_type.GetMethod("Features")!.Invoke(network, [input])!;
        using (maps)
        {
            foreach (var tap in Taps)
                look(tap, (Tensor)maps.GetType().GetProperty(tap)!.GetValue(maps)!);
        }
    }

    /// <summary>The declared input: channels, height, width.</summary>
    public long[] Input => [Fact<int>("InputChannels"), Fact<int>("InputHeight"), Fact<int>("InputWidth")];

    public override string ToString() => Name;
}
