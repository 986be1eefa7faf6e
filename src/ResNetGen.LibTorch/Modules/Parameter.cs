using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains.</summary>
public class Parameter : Tensor
{
    /// <summary>Takes the native tensor of <paramref name="data"/>, whose object is spent afterwards.</summary>
    public Parameter(Tensor data, bool requires_grad = true)
        : base(Take(data))
    {
        this.requires_grad = requires_grad;
    }

    private static nint Take(Tensor data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.DecoupleFromNativeHandle();
    }
}
