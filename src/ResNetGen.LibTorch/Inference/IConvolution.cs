using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>A convolution with its weights, as one of the libraries computes it.</summary>
internal interface IConvolution : IDisposable
{
    /// <summary>The activation of the convolution of <paramref name="x"/> plus bias and addend.</summary>
    /// <param name="x">[N, C, H, W], or blocked; not changed.</param>
    /// <param name="addend">What is added to the result before the activation; its memory may be overwritten, or become the result's.</param>
    torch.Tensor Run(torch.Tensor x, torch.Tensor? addend);
}
