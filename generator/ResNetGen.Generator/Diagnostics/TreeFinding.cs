using Microsoft.CodeAnalysis;
using ResNetGen.Architecture.Diagnostics;

namespace ResNetGen.Generator.Diagnostics;

/// <summary>A finding in C# with the tree that it lies in: made only where there is one, and never kept beyond its report.</summary>
/// <param name="Finding">What is wrong, and where.</param>
/// <param name="Tree">The file, or null where the compilation has none at this path.</param>
internal sealed record TreeFinding(Finding Finding, SyntaxTree? Tree)
{
    /// <summary>Finds the tree.</summary>
    public static TreeFinding Locate(Finding finding, Compilation compilation) =>
        new(finding, compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == finding.Site.Path));
}
