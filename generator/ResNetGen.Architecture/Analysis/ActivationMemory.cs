using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Analysis;

/// <summary>
/// The memory of activations in float32, as the generated code holds them: without weights, gradients, the input, and
/// what libtorch needs inside an operation.
/// </summary>
/// <param name="Inference">The most bytes alive at once in <c>forward</c> without gradients.</param>
/// <param name="Training">The bytes that a training <c>forward</c> keeps for the backward pass.</param>
public sealed record ActivationMemory(long Inference, long Training)
{
    /// <summary>Works out the memory of <paramref name="network"/> for a batch of pictures of the size <paramref name="input"/>.</summary>
    /// <exception cref="OverflowException">The memory does not fit 64 bits.</exception>
    public static ActivationMemory Of(Network network, ImageShape input, int batch)
    {
        var simulation = new MemorySimulation();
        simulation.Run(network, input);
        return new ActivationMemory(checked(simulation.Peak * batch), checked(simulation.Saved * batch));
    }
}
