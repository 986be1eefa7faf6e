using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Generator.Classes;

/// <summary>An annotated class, as plain data.</summary>
/// <param name="Target">What to fill, or null where the class cannot be filled.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="SpecFile">The spec file that the attribute names, or null.</param>
/// <param name="Said">What the attribute says itself.</param>
/// <param name="Findings">What is wrong with the class or the attribute.</param>
internal sealed record NetworkClass(
    CSharpTarget? Target, string HintName, SpecScalar? SpecFile, SpecMapping Said, EquatableArray<Finding> Findings);
