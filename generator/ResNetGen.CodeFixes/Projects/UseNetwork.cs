using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.CodeFixes.Attributes;

namespace ResNetGen.CodeFixes.Projects;

/// <summary>The network that an attribute makes, as the generator works it out.</summary>
/// <param name="File">The path of the file that it names, normalized, or null.</param>
/// <param name="Values">All that is said, the attribute on top of the file and of what that extends.</param>
/// <param name="Network">What it compiles to.</param>
internal sealed record UseNetwork(string? File, SpecMapping Values, CompiledUse Network)
{
    /// <summary>Returns the network, or null where there are errors.</summary>
    public static async Task<UseNetwork?> OfAsync(ResNetUse use, ProjectSpecs specs, string? file, SpecMapping said, CancellationToken cancellation)
    {
        var findings = new Findings();
        if (file is null)
        {
            var alone = CompiledUse.Of(said, use.ClassName, findings, [], cancellation);
            return alone is null ? null : new UseNetwork(File: null, said, alone);
        }

        if (specs.Only(use.SourcePath ?? "", file) is not { } path
            || await specs.MergeAsync(path, findings, cancellation).ConfigureAwait(false) is not { } merged)
        {
            return null;
        }

        var values = said.Entries.Count == 0 ? merged.Values : Overlay.Merge(said, merged.Values);
        var compiled = CompiledUse.Of(values, Identifiers.From(SpecPath.NameOf(file)), findings, merged.Documents, cancellation);
        return compiled is null ? null : new UseNetwork(path, values, compiled);
    }
}
