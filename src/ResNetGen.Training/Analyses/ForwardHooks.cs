using static TorchSharp.torch;

namespace ResNetGen.Training.Analyses;

/// <summary>Hooks that watch what modules take and give, and are gone when this is disposed.</summary>
internal sealed class ForwardHooks : IDisposable
{
    private readonly List<Action> _removals = [];

    /// <summary>Calls an action after each call of a module, with its input and its output.</summary>
    public void Add(nn.Module<Tensor, Tensor> module, Action<Tensor, Tensor> watch) =>
        _removals.Add(module.register_forward_hook((_, input, output) =>
        {
            watch(input, output);
            return output;
        }).remove);

    /// <inheritdoc/>
    public void Dispose()
    {
        _removals.ForEach(r => r());
        _removals.Clear();
    }
}
