using System.Runtime.InteropServices;
using ResNetGen.LibTorch.Interop;
using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>The operators behind inference, and which of them this libtorch can really do.</summary>
internal static class InferenceOperators
{
    internal static readonly Operator Convolution = Operator.Find("aten::convolution");
    internal static readonly Operator MkldnnConvolution = Operator.Find("aten::mkldnn_convolution");
    internal static readonly long[] NoOutputPadding = [0, 0];

    private static readonly Lazy<bool> Mkldnn = new(TryMkldnn);

    /// <summary>Whether libtorch was built with oneDNN: the operator has its name everywhere.</summary>
    internal static bool HasMkldnn => Mkldnn.Value;

    private static bool TryMkldnn()
    {
        if (Operator.TryFind("aten::mkldnn_convolution") is not { } convolution)
            return false;

        using torch.Tensor x = torch.zeros(1, 8, 3, 3);
        using torch.Tensor weight = torch.zeros(8, 8, 1, 1);
        long[] ones = [1, 1];
        try
        {
            convolution.Invoke(x, weight, Argument.None, NoOutputPadding, ones, ones, 1L).Dispose();
            return true;
        }
        catch (ExternalException)
        {
            return false;
        }
    }
}
