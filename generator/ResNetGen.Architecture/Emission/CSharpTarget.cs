using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Emission;

/// <summary>The class to fill: the half that the user wrote, by its text.</summary>
/// <param name="Namespace">Its namespace, or empty.</param>
/// <param name="Name">Its name.</param>
/// <param name="Containing">The declarations around it, outermost first: <c>partial class Outer</c>.</param>
public sealed record CSharpTarget(string Namespace, string Name, EquatableArray<string> Containing)
{
    /// <summary>A class of its own in <paramref name="ns"/>.</summary>
    public static CSharpTarget TopLevel(string ns, string name) => new(ns, name, EquatableArray<string>.Empty);
}
