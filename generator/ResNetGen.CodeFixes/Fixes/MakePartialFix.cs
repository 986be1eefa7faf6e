using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.CodeFixes.Attributes;

namespace ResNetGen.CodeFixes.Fixes;

/// <summary>Makes a network's class, and every type around it, partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Ids.NotPartial, Ids.ContainingTypeNotPartial];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await MakePartialAsync(document, [.. diagnostics.Select(d => d.Location.SourceSpan)], context.CancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || TypeAt(root, context.Span) is not { } type)
        {
            return;
        }

        var isOuter = context.Diagnostics[0].Id == Ids.ContainingTypeNotPartial;
        context.RegisterCodeFix(
            CodeAction.Create(
                isOuter ? "Make the types around the network partial" : $"Make '{type.Identifier.ValueText}' partial",
                cancellation => MakePartialAsync(context.Document, [context.Span], cancellation),
                context.Diagnostics[0].Id),
            context.Diagnostics);
    }

    private static async Task<Document> MakePartialAsync(Document document, ImmutableArray<TextSpan> spans, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        var types = spans.Select(s => TypeAt(root!, s)).OfType<TypeDeclarationSyntax>().SelectMany(t => Chain(t, model!, cancellation)).Distinct();
        return document.WithText(text.WithChanges(types.OrderBy(t => t.SpanStart)
            .Select(t => new TextChange(new TextSpan(t.Keyword.SpanStart, 0), "partial "))));
    }

    // The type, what it is nested in, and on the way down every type that has a network inside.
    private static IEnumerable<TypeDeclarationSyntax> Chain(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
            .Concat(type.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(t => HasNetwork(t, model, cancellation)))
            .Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool HasNetwork(TypeDeclarationSyntax type, SemanticModel model, CancellationToken cancellation) =>
        type.DescendantNodesAndSelf().OfType<TypeDeclarationSyntax>().SelectMany(t => t.AttributeLists).SelectMany(l => l.Attributes)
            .Any(a => ResNetUse.IsResNet(model, a, cancellation));

    private static TypeDeclarationSyntax? TypeAt(SyntaxNode root, TextSpan span) =>
        root.FullSpan.Contains(span) ? root.FindNode(span).FirstAncestorOrSelf<TypeDeclarationSyntax>() : null;
}
