using ResNetGen.LibTorch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Joins along an existing dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Aten.Cat.Invoke(Argument.List(tensors), dim);

    /// <summary>Joins along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Aten.Stack.Invoke(Argument.List(tensors), dim);

    public static Tensor bernoulli(Tensor input, Generator? generator = null) => Aten.Bernoulli.Invoke(input, generator);

    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        Aten.Multinomial.Invoke(input, num_samples, replacement, generator);
}
