using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>A forward and backward pass that keeps little: a generated class's BackwardRecomputing.</summary>
internal delegate Tensor RecomputingStep(Tensor input, Func<Tensor, Tensor> loss, Func<IDisposable>? mode);

/// <summary>Finds a network's way to compute its blocks again.</summary>
internal static class Recomputing
{
    /// <summary>Returns the network's.</summary>
    /// <exception cref="TrainingException">It has none.</exception>
    public static RecomputingStep Of(nn.Module<Tensor, Tensor> network) =>
        network.GetType().GetMethod("BackwardRecomputing", [typeof(Tensor), typeof(Func<Tensor, Tensor>), typeof(Func<IDisposable>)]) is { } method
            ? method.CreateDelegate<RecomputingStep>(network)
            : throw new TrainingException($"{network.GetType().Name} cannot compute its blocks again: it has no BackwardRecomputing, as the classes have that ResNetGen generates");
}
