using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Reads gradients: a method up to TorchSharp 0.100, a property since then.</summary>
internal static class Gradients
{
    /// <summary>Returns the gradient of a leaf, or null; the caller disposes it.</summary>
    public static Tensor? Of(Tensor leaf) =>
        (Tensor?)(typeof(Tensor).GetProperty("grad")?.GetValue(leaf) ?? typeof(Tensor).GetMethod("grad", [])?.Invoke(leaf, null));
}
