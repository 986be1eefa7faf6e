using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Generator.Classes;

namespace ResNetGen.Generator.Specs;

/// <summary>A class with the spec files that it depends on: equal to another while none of them has changed.</summary>
/// <param name="Class">The class.</param>
/// <param name="Chain">The file that it names, the one which that extends, and so on; empty where there is none.</param>
/// <param name="Known">Where an extended file is missing, the names of those that exist; otherwise empty.</param>
/// <param name="Findings">Why the class's own file was not found.</param>
internal sealed record NetworkFiles(
    NetworkClass Class, EquatableArray<SpecDocument> Chain, EquatableArray<string> Known, EquatableArray<Finding> Findings);
