using System.Runtime.InteropServices;
using TorchSharp;
using static ResNetGen.LibTorch.Inference.OneDnnMethods;

namespace ResNetGen.LibTorch.Inference;

/// <summary>A convolution by oneDNN, in the layout that it chooses.</summary>
internal sealed class OneDnnConvolution : IConvolution
{
    private readonly OneDnnHandle _handle;
    private readonly torch.ScalarType _type;

    internal unsafe OneDnnConvolution(torch.Tensor weight, torch.Tensor? bias, ConvolutionSettings settings, int shapes)
    {
        _type = weight.dtype;
        var native = new NativeConvolution { Groups = settings.Groups, Activation = settings.Activation, Shapes = shapes };
        (native.Stride[0], native.Stride[1]) = settings.Stride;
        (native.Padding[0], native.Padding[1]) = settings.Padding;
        (native.Dilation[0], native.Dilation[1]) = settings.Dilation;
        _handle = new OneDnnHandle(OneDnn.Check(ri_convolution_new(weight.Handle, bias?.Handle ?? 0, &native)));
        GC.KeepAlive(weight);
        GC.KeepAlive(bias);
    }

    /// <summary>For how many input shapes it is prepared.</summary>
    internal int Shapes => ri_convolution_shapes(_handle);

    /// <summary>oneDNN's name of what computed the last new shape.</summary>
    internal string Implementation => Marshal.PtrToStringUTF8(ri_convolution_implementation(_handle)) ?? "";

    public torch.Tensor Run(torch.Tensor x, torch.Tensor? addend)
    {
        if (x.dtype != _type)
        {
            using torch.Tensor converted = x.to(_type);
            return Run(converted, addend);
        }

        if (addend is not null && addend.dtype != _type)
        {
            using torch.Tensor converted = addend.to(_type);
            return Run(x, converted);
        }

        nint result = ri_convolution_run(_handle, x.Handle, addend?.Handle ?? 0);
        GC.KeepAlive(x);
        GC.KeepAlive(addend);
        return OneDnn.Own(result);
    }

    public void Dispose() => _handle.Dispose();
}
