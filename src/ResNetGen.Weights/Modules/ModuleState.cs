using static TorchSharp.torch;

namespace ResNetGen.Weights;

/// <summary>The state dict of a module, as a checkpoint's tensors.</summary>
public static class ModuleState
{
    /// <summary>
    /// Returns the module's state dict in PyTorch's order: for each module its parameters, its persistent buffers, then its
    /// children. The tensors stay the module's own: their elements are read when they are asked for.
    /// </summary>
    /// <param name="module">The module, on any device.</param>
    /// <exception cref="NotSupportedException">A tensor's elements are complex or quantised.</exception>
    public static IReadOnlyList<CheckpointTensor> Tensors(nn.Module module) =>
        Described(Entries(module));

    internal static IReadOnlyList<CheckpointTensor> Described(List<(string Name, Tensor Tensor)> entries) =>
        entries.ConvertAll(e => new ModuleTensor(e.Name, e.Tensor));

    internal static List<(string Name, Tensor Tensor)> Entries(nn.Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        var state = module.state_dict();
        var entries = new List<(string Name, Tensor Tensor)>(state.Count);
        // TorchSharp lists all parameters before all buffers; which of them belong to the state it alone knows.
        foreach (var name in Names(module, ""))
        {
            if (state.Remove(name, out var tensor))
                entries.Add((name, tensor));
        }

        entries.AddRange(state.Select(e => (e.Key, e.Value)));
        return entries;
    }

    private static IEnumerable<string> Names(nn.Module module, string prefix)
    {
        foreach (var (name, _) in module.named_parameters(false))
            yield return prefix + name;

        foreach (var (name, _) in module.named_buffers(false))
            yield return prefix + name;

        foreach (var (name, child) in module.named_children())
        {
            foreach (var inner in Names(child, prefix + name + "."))
                yield return inner;
        }
    }
}
