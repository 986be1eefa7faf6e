using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Emission;

/// <summary>The class to fill: the half that the user wrote, by its text.</summary>
/// <param name="Namespace">Its namespace, or empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Containing">The declarations around it, outermost first: <c>partial class Outer</c>.</param>
/// <param name="HasEngine">Whether the project refers to a backend with convolutions made for inference.</param>
public sealed record CSharpTarget(string Namespace, string Name, EquatableArray<string> Containing, bool HasEngine = false)
{
    /// <summary>The type, as metadata has it, by which such a backend is known.</summary>
    public const string EngineType = "ResNetGen.LibTorch.Inference.FusedConvolution";

    /// <summary>A class of its own in <paramref name="ns"/>.</summary>
    public static CSharpTarget TopLevel(string ns, string name) => new(ns, name, EquatableArray<string>.Empty);
}
