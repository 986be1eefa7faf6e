using ResNetGen.LibTorch.Interop;
using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>Activations by libtorch's operators.</summary>
internal static class Activations
{
    /// <summary>In place; a blocked layout does not matter.</summary>
    internal static void Apply(torch.Tensor x, FusedActivation activation)
    {
        switch (activation)
        {
            case FusedActivation.None:
                break;
            case FusedActivation.Relu:
                NeuralOperators.ReluInPlace.InvokeVoid(x);
                break;
            case FusedActivation.Relu6:
                NeuralOperators.HardtanhInPlace.InvokeVoid(x, 0.0, 6.0);
                break;
            case FusedActivation.LeakyRelu:
                NeuralOperators.LeakyReluInPlace.InvokeVoid(x, 0.01);
                break;
            case FusedActivation.Elu:
                NeuralOperators.EluInPlace.InvokeVoid(x);
                break;
            case FusedActivation.Silu:
                NeuralOperators.SiluInPlace.InvokeVoid(x);
                break;
            case FusedActivation.Gelu:
                NeuralOperators.GeluInPlace.InvokeVoid(x);
                break;
            case FusedActivation.Hardswish:
                NeuralOperators.HardswishInPlace.InvokeVoid(x);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(activation), activation, null);
        }
    }
}
