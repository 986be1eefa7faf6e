using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>Keeps parts of a network as they are.</summary>
public static class Freezing
{
    /// <summary>
    /// Freezes what a recipe says: frozen parts have no gradients and are in evaluation mode, and so is every batch norm where norms are frozen.
    /// Call it after each <c>train()</c>, which sets the mode of all that the network holds.
    /// </summary>
    /// <param name="network">A network whose state has names of the family (<c>conv1</c>, <c>layer1.0</c>, ...), or that holds such a one as <c>backbone</c>.</param>
    /// <param name="fineTuning">What is frozen; null freezes nothing.</param>
    /// <exception cref="ArgumentException">The network has fewer stages.</exception>
    public static void Apply(nn.Module network, FineTuning? fineTuning)
    {
        ArgumentNullException.ThrowIfNull(network);
        if (fineTuning is null)
            return;

        if (fineTuning.FrozenStages >= 0)
            FreezeStages(network, fineTuning.FrozenStages);

        if (!fineTuning.FrozenNorms)
            return;

        foreach (var module in network.modules())
        {
            if (module is BatchNorm2d norm)
                norm.eval();
        }
    }

    private static void FreezeStages(nn.Module network, int stages)
    {
        var roles = new StateRoles(network);
        var frozen = roles.ModulesUpTo(stages);
        if (frozen.Count == 0 || roles.Stages < stages)
            throw new ArgumentException($"frozen_stages: {stages} is more than the network has: {roles.Stages} stages with names of the family.", nameof(network));

        foreach (var (name, module) in network.named_modules())
        {
            if (!frozen.Contains(name))
                continue;

            module.eval();
            foreach (var parameter in module.parameters())
                parameter.requires_grad = false;
        }
    }
}
