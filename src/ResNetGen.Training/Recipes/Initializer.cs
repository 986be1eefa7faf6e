using ResNetGen.Weights.Naming;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.init;

namespace ResNetGen.Training;

/// <summary>Gives a network its first weights, by a recipe's seed.</summary>
public static class Initializer
{
    /// <summary>Seeds PyTorch's generator and fills every weight as <see cref="Recipe.Initialization"/> says.</summary>
    /// <remarks>
    /// <see cref="Initialization.Kaiming"/> fills, in the order of the state dict: convolutions' weights by N(0, 2 / fan out), norms by 1 and 0 (their
    /// statistics, too), and linear layers, other dimensions and biases as PyTorch does. Norms whose weights are all zero keep them:
    /// with <c>zero_init_residual</c> each block starts as its shortcut. <see cref="Initialization.Keep"/> changes nothing.
    /// The draws are those of the device that the weights are on: call it before the network moves to another.
    /// </remarks>
    /// <param name="network">The network.</param>
    /// <param name="recipe">The recipe.</param>
    public static void Apply(nn.Module network, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(recipe);
        manual_seed(unchecked((long)recipe.Seed));
        if (recipe.Initialization == Initialization.Keep)
            return;

        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var roles = new StateRoles(network);
        var state = network.state_dict();
        foreach (var (name, tensor) in state)
            Fill(name, tensor, state, roles);
    }

    private static void Fill(string name, Tensor tensor, Dictionary<string, Tensor> state, StateRoles roles)
    {
        var dot = name.LastIndexOf('.') + 1;
        var (module, kind) = (name[..dot], name[dot..]);
        var weight = state.GetValueOrDefault(module + "weight");
        switch (kind)
        {
            case "weight" when tensor.dim() == 4 && roles.RoleOf(name) is not { Part: KeyPart.Classifier }:
                kaiming_normal_(tensor, 0, FanInOut.FanOut, NonlinearityType.ReLU);
                break;
            case "weight" when tensor.dim() > 1:
                kaiming_uniform_(tensor, Math.Sqrt(5));
                break;
            case "weight" when tensor.abs().sum().to_type(ScalarType.Float64).item<double>() > 0:
            case "running_var":
                ones_(tensor);
                break;
            case "bias" when weight?.dim() > 1:
                var bound = 1 / Math.Sqrt(CalculateFanInAndFanOut(weight).fanIn);
                uniform_(tensor, -bound, bound);
                break;
            case "bias" or "running_mean" or "num_batches_tracked":
                zeros_(tensor);
                break;
        }
    }
}
