using static TorchSharp.torch;

namespace ResNetGen.Training.Evaluation;

/// <summary>Puts a network into evaluation mode and, when disposed, every module of it back into the mode that it had.</summary>
internal sealed class EvaluationModes : IDisposable
{
    private readonly nn.Module _network;
    private readonly List<(nn.Module Module, bool Training)> _modes;

    public EvaluationModes(nn.Module network)
    {
        _network = network;
        _modes = [(network, network.training), .. network.named_modules().Select(m => (m.module, m.module.training))];
        network.eval();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Parents come first: a module whose mode differs from its parent's is set after it.
        _network.train(_modes[0].Training);
        foreach (var (module, training) in _modes)
        {
            if (module.training != training)
                module.train(training);
        }
    }
}
