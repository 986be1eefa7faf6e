using System.Reflection;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

internal static partial class Small
{
    /// <summary>The names of the networks.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(Small).GetNestedTypes(BindingFlags.NonPublic).Where(t => t.GetCustomAttribute<ResNetAttribute>() is not null).Select(t => t.Name)];

    /// <summary>Builds the network of the class <paramref name="name"/>.</summary>
    public static nn.Module<Tensor, Tensor> Create(string name, Device device, ScalarType? type = null) =>
        (nn.Module<Tensor, Tensor>)Activator.CreateInstance(typeof(Small).GetNestedType(name, BindingFlags.NonPublic)!, device, type)!;

    /// <summary>Runs the network's Features and disposes what they are.</summary>
    public static void DisposeFeatures(nn.Module<Tensor, Tensor> network, Tensor input)
    {
        using var maps = (IDisposable)network.GetType().GetMethod("Features")!.Invoke(network, [input])!;
    }
}
