using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Returns its input.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    /// <summary>The same values under a new handle, so that input and output can be disposed apart.</summary>
    public override Tensor forward(Tensor tensor) => tensor.alias();
}
