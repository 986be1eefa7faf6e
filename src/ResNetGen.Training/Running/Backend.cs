using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>What the two backends do not have in common.</summary>
internal static class Backend
{
#if TORCHSHARP
    /// <summary>Refuses what this backend has not.</summary>
    /// <exception cref="TrainingException">The recipe asks for it.</exception>
    public static void Require(Recipe recipe, Device device)
    {
        if (recipe.Precision != Precision.Float32)
            throw new TrainingException($"the recipe asks for {recipe.Precision}, and TorchSharp has no autocast: use float32, or the embedded backend");
        if (recipe.ChannelsLast)
            throw new TrainingException("the recipe asks for channels last, and TorchSharp has no memory formats: leave it out, or use the embedded backend");
    }

    public static IDisposable? Autocast(Precision precision, Device device) => null;

    public static void LayChannelsLast(nn.Module network)
    {
    }

    public static Tensor ChannelsLast(Tensor images) => images;

    // Gradients cannot be taken away in every version of TorchSharp: they are set to zero, which learns the same.
    public static void ClearGradients(optim.Optimizer optimizer, IReadOnlyList<Parameter> parameters) => optimizer.zero_grad();
#else
    /// <summary>Refuses what this backend has not.</summary>
    /// <exception cref="TrainingException">The recipe asks for it.</exception>
    public static void Require(Recipe recipe, Device device)
    {
        // oneDNN 2.6, which libtorch 1.13 uses, writes past its memory there: in the weights' gradient of a strided 1x1 convolution
        // of 4 channels, on one thread. Python's torch 1.13 crashes by it, too.
        if (recipe.ChannelsLast && device.type == TorchSharp.DeviceType.CPU)
            throw new TrainingException("the recipe asks for channels last, which is for GPUs: leave it out on the CPU");
    }

    public static IDisposable? Autocast(Precision precision, Device device) =>
        precision == Precision.BFloat16 ? new LibTorch.Autocast(device.type, ScalarType.BFloat16) : null;

    public static void LayChannelsLast(nn.Module network) => LibTorch.MemoryFormat.ChannelsLast(network);

    public static Tensor ChannelsLast(Tensor images) => LibTorch.MemoryFormat.ChannelsLast(images);

    // Without a gradient, backward leaves its own in place of adding it to zeros.
    public static void ClearGradients(optim.Optimizer optimizer, IReadOnlyList<Parameter> parameters)
    {
        foreach (var parameter in parameters)
            parameter.grad = null;
    }
#endif
}
