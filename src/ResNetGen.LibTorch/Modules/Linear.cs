using ResNetGen.LibTorch.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A fully connected layer: <c>x Wᵀ + b</c>.</summary>
public sealed class Linear : nn.Module<Tensor, Tensor>
{
    private Parameter? weightField;
    private Parameter? biasField;

    internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Linear))
    {
        in_features = inputSize;
        out_features = outputSize;
        weight = nn.Parameter(empty([outputSize, inputSize], dtype: dtype, device: device));
        if (hasBias)
        {
            bias = nn.Parameter(empty([outputSize], dtype: dtype, device: device));
        }

        ResNetGen.LibTorch.DefaultInitialization.Reset(weight, bias);
        SetComponentsRegistered();
    }

    internal Linear(Parameter weight, Parameter? bias)
        : base(nameof(Linear))
    {
        ArgumentNullException.ThrowIfNull(weight);
        in_features = weight.shape[1];
        out_features = weight.shape[0];
        this.weight = weight;
        this.bias = bias;
        SetComponentsRegistered();
    }

    /// <summary>Features of the input.</summary>
    public long in_features { get; set; }

    /// <summary>Features of the output.</summary>
    public long out_features { get; set; }

    /// <summary>The weight, <c>[out, in]</c>. Setting it disposes the old one.</summary>
    public Parameter weight
    {
        get => weightField!;
        set => SetParameter(ref weightField, nameof(weight), value);
    }

    /// <summary>The bias, <c>[out]</c>, or null. Setting it disposes the old one.</summary>
    public Parameter? bias
    {
        get => biasField;
        set => SetParameter(ref biasField, nameof(bias), value);
    }

    /// <summary>Maps <c>[..., in]</c> to <c>[..., out]</c>.</summary>
    public override Tensor forward(Tensor tensor) => NeuralOperators.Linear.Invoke(tensor, weightField, biasField);
}
