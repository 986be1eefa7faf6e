using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Generator.Classes;

namespace ResNetGen.Generator.Specs;

/// <summary>A class with what its spec file says, everything extended laid under it.</summary>
/// <param name="Class">The class.</param>
/// <param name="Spec">What the file says, or null where it says nothing or there is none.</param>
/// <param name="FallbackName">The name where the spec gives none.</param>
/// <param name="Findings">What is wrong with the files.</param>
internal sealed record NetworkInput(NetworkClass Class, SpecMapping? Spec, string FallbackName, EquatableArray<Finding> Findings);
