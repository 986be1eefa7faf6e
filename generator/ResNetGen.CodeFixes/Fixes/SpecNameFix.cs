using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ResNetGen.CodeFixes.Attributes;
using ResNetGen.CodeFixes.Projects;

namespace ResNetGen.CodeFixes.Fixes;

/// <summary>Names a spec file that exists: the nearest to one that does not, or more of an ambiguous one's path.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpecNameFix)), Shared]
public sealed class SpecNameFix : CodeFixProvider
{
    private const int Most = 3;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Ids.SpecNotFound, Ids.AmbiguousSpec, Ids.NothingSaid];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ResNetUse.AtAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { SourcePath: { } source } use)
            return;

        var specs = new ProjectSpecs(context.Document.Project);
        var said = use.File ?? "";
        var id = context.Diagnostics[0].Id;
        var candidates = id == Ids.AmbiguousSpec ? specs.Resolve(source, said)
            : id == Ids.SpecNotFound ? specs.Nearest(said, Most)
            : specs.Nearest(use.ClassName, Most);
        foreach (var path in candidates)
        {
            var reference = specs.Reference(source, path);
            context.RegisterCodeFix(
                CodeAction.Create(
                    id == Ids.NothingSaid ? $"Take the network from '{reference}'" : $"Change to '{reference}'",
                    cancellation => Task.FromResult(use.With(use.NameFile(reference))),
                    id + ":" + reference),
                context.Diagnostics);
        }
    }
}
