using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ResNetGen.CodeFixes.Fixes;

/// <summary>Makes what carries the attribute an ordinary class without a base, in all its declarations.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OrdinaryClassFix)), Shared]
public sealed class OrdinaryClassFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Ids.NotAClass, Ids.OtherBase];

    /// <inheritdoc/>
    /// <remarks>None: each class is a decision of its own.</remarks>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null || !root.FullSpan.Contains(context.Span)
            || root.FindNode(context.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || model.GetDeclaredSymbol(type, context.CancellationToken) is not { } symbol)
        {
            return;
        }

        var declarations = symbol.DeclaringSyntaxReferences.Select(r => (TypeDeclarationSyntax)r.GetSyntax(context.CancellationToken)).ToImmutableArray();
        var offer = context.Diagnostics[0].Id == Ids.OtherBase ? RemoveBase(symbol, declarations, context.Document.Project) : MakeClass(symbol, declarations);
        if (offer is not var (title, change))
            return;

        context.RegisterCodeFix(
            CodeAction.Create(title, cancellation => ChangeAllAsync(context.Document.Project.Solution, declarations, change, cancellation), context.Diagnostics[0].Id),
            context.Diagnostics);
    }

    private static (string, Func<TypeDeclarationSyntax, IEnumerable<TextChange>>)? MakeClass(
        INamedTypeSymbol symbol, ImmutableArray<TypeDeclarationSyntax> declarations)
    {
        if (symbol is { TypeKind: TypeKind.Class, IsRecord: false, IsStatic: true })
            return ("Remove 'static'", t => Without(t, SyntaxKind.StaticKeyword));

        if (symbol is { TypeKind: TypeKind.Class, IsRecord: false, IsFileLocal: true })
            return ("Remove 'file'", t => Without(t, SyntaxKind.FileKeyword));

        // Of a primary constructor, or of members without bodies, no class can be made that means the same.
        var isPlain = symbol.TypeKind == TypeKind.Interface
            ? declarations.All(d => d.Members.Count == 0)
            : declarations.All(d => d.ParameterList is null);
        return isPlain ? ($"Change '{symbol.Name}' to a class", ToClass) : null;
    }

    private static (string, Func<TypeDeclarationSyntax, IEnumerable<TextChange>>)? RemoveBase(
        INamedTypeSymbol symbol, ImmutableArray<TypeDeclarationSyntax> declarations, Project project)
    {
        if (symbol.BaseType is not { } parent || !project.TryGetCompilation(out var compilation))
            return null;

        // A base class stands first in its list.
        bool Names(TypeDeclarationSyntax type) => type.BaseList?.Types.FirstOrDefault() is { } first
            && SymbolEqualityComparer.Default.Equals(compilation.GetSemanticModel(first.SyntaxTree).GetTypeInfo(first.Type).Type, parent);
        return declarations.Any(Names)
            ? ($"Remove the base class '{parent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'", t => Names(t) ? [BaseOf(t)] : [])
            : null;
    }

    private static TextChange BaseOf(TypeDeclarationSyntax type)
    {
        var list = type.BaseList!;
        return list.Types.Count == 1
            ? new TextChange(TextSpan.FromBounds(list.ColonToken.GetPreviousToken().Span.End, list.Span.End), "")
            : new TextChange(TextSpan.FromBounds(list.Types[0].SpanStart, list.Types[1].SpanStart), "");
    }

    private static IEnumerable<TextChange> Without(TypeDeclarationSyntax type, params SyntaxKind[] kinds) => type.Modifiers
        .Where(m => kinds.Contains(m.Kind()))
        .Select(m => new TextChange(TextSpan.FromBounds(m.SpanStart, m.GetNextToken().SpanStart), ""));

    private static IEnumerable<TextChange> ToClass(TypeDeclarationSyntax type)
    {
        var second = (type as RecordDeclarationSyntax)?.ClassOrStructKeyword ?? default;
        var end = second.IsKind(SyntaxKind.None) ? type.Keyword.Span.End : second.Span.End;
        return Without(type, SyntaxKind.ReadOnlyKeyword, SyntaxKind.RefKeyword, SyntaxKind.StaticKeyword, SyntaxKind.FileKeyword)
            .Append(new TextChange(TextSpan.FromBounds(type.Keyword.SpanStart, end), "class"));
    }

    private static async Task<Solution> ChangeAllAsync(
        Solution solution, ImmutableArray<TypeDeclarationSyntax> declarations, Func<TypeDeclarationSyntax, IEnumerable<TextChange>> change, CancellationToken cancellation)
    {
        foreach (var file in declarations.GroupBy(d => d.SyntaxTree))
        {
            if (solution.GetDocument(file.Key) is not { } document)
                continue;

            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(file.SelectMany(change).OrderBy(c => c.Span.Start)));
        }

        return solution;
    }
}
