using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>The parameters of a network as an optimizer takes them: which decay, and at which rates they learn.</summary>
public static class ParameterGroups
{
    /// <summary>Freezes what the recipe freezes and returns the groups of what still learns.</summary>
    /// <remarks>A group's initial learning rate is its factor, 1 where there are no discriminative rates: <see cref="SetRate"/> multiplies by it.</remarks>
    /// <param name="network">The network.</param>
    /// <param name="recipe">The recipe.</param>
    /// <exception cref="ArgumentException">Nothing learns, or the network lacks the stages that are to be frozen.</exception>
    public static IReadOnlyList<SGD.ParamGroup> Of(nn.Module network, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(recipe);
        Freezing.Apply(network, recipe.FineTuning);
        var settings = recipe.Optimizer;
        var decay = recipe.FineTuning?.RateDecay ?? 1;
        var roles = new StateRoles(network);
        var groups = network.named_parameters()
            .Where(p => p.parameter.requires_grad)
            .GroupBy(p => (
                Factor: decay == 1 ? 1 : Math.Pow(decay, roles.DepthOf(p.name)),
                // Weights of convolutions and linear layers have two dimensions or more; norms' weights and all biases one.
                Decay: settings.DecayNorms || p.parameter.dim() > 1 ? settings.WeightDecay : 0))
            .Select(g => new SGD.ParamGroup(
                g.Select(p => p.parameter).ToList(), g.Key.Factor, settings.Momentum, 0, g.Key.Decay, settings.Nesterov, false))
            .ToList();
        return groups.Count > 0 ? groups : throw new ArgumentException("Every parameter of the network is frozen: nothing is left to train.", nameof(network));
    }

    /// <summary>Returns the optimizer of a recipe; its rate is not set yet.</summary>
    /// <param name="network">The network.</param>
    /// <param name="recipe">The recipe.</param>
    /// <exception cref="ArgumentException">Nothing learns, or the network lacks the stages that are to be frozen.</exception>
    public static SGD Optimizer(nn.Module network, Recipe recipe)
    {
        var settings = recipe.Optimizer;
        return optim.SGD(Of(network, recipe), 1, settings.Momentum, 0, settings.WeightDecay, settings.Nesterov, false);
    }

    /// <summary>Sets the learning rate of the next step: that of each group is <paramref name="rate"/> times its factor.</summary>
    public static void SetRate(optim.Optimizer optimizer, double rate)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = rate * group.InitialLearningRate;
    }
}
