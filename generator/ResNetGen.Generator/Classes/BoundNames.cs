using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Generator.Classes;

/// <summary>What a class was read from, as names: while no other file declares one of them, it would be read the same.</summary>
internal static class BoundNames
{
    // What the reader asks for by name, wherever it is declared.
    private static readonly string[] Always = ["ResNet", "ResNetAttribute", "ResNetGen", "TorchSharp", "torch"];

    /// <summary>The names that stand in the heads of all declarations of a type, and of the types and files around them.</summary>
    public static EquatableArray<string> Of(INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        var names = new SortedSet<string>(Always, StringComparer.Ordinal);
        for (var type = symbol; type is not null; type = type.ContainingType)
        {
            foreach (var reference in type.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax declaration)
                    continue;

                names.Add(declaration.Identifier.ValueText);
                AddNames(declaration.AttributeLists, names);
                AddNames(declaration.BaseList, names);
                foreach (var scope in declaration.Ancestors())
                    AddNames(AnnotatedClass.UsingsOf(scope), names);
            }
        }

        return names.ToEquatableArray();
    }

    /// <summary>Whether the attribute and the base are made of literals and of names from referenced assemblies alone.</summary>
    public static bool IsPlain(INamedTypeSymbol symbol, AttributeData attribute, SemanticModel model, CancellationToken cancellation)
    {
        if (symbol.BaseType is { } parent && parent.Locations.Any(l => l.IsInSource))
            return false;

        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList: { } arguments })
            return true;

        return arguments.Arguments.SelectMany(a => a.Expression.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>()
            .All(name => model.GetSymbolInfo(name, cancellation).Symbol is { } bound
                && (bound is INamespaceSymbol || !bound.Locations.Any(l => l.IsInSource)));
    }

    private static void AddNames<T>(SyntaxList<T> nodes, SortedSet<string> names)
        where T : SyntaxNode
    {
        foreach (var node in nodes)
            AddNames(node, names);
    }

    private static void AddNames(SyntaxNode? node, SortedSet<string> names) => names.UnionWith(
        node?.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText) ?? []);
}
