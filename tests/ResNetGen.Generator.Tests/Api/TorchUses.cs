using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ResNetGen.Generator.Tests.Api;

/// <summary>Collects what generated code uses of TorchSharp.</summary>
internal sealed class TorchUses
{
    private readonly IAssemblySymbol _torch;

    private TorchUses(IAssemblySymbol torch) => _torch = torch;

    /// <summary>The members, by their documentation comment ids.</summary>
    public SortedDictionary<string, ISymbol> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Each call: the member's id, the parameters given by place, by name, and left out.</summary>
    public HashSet<(string Id, int Placed, string Named)> Calls { get; } = [];

    public static TorchUses Of(Compilation compilation, IAssemblySymbol torch, IEnumerable<SyntaxTree> trees)
    {
        var uses = new TorchUses(torch);
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes())
                uses.Visit(model, node);
        }

        return uses;
    }

    private void Visit(SemanticModel model, SyntaxNode node)
    {
        Add(model.GetSymbolInfo(node).Symbol);
        switch (node)
        {
            case BaseMethodDeclarationSyntax:
                Add((model.GetDeclaredSymbol(node) as IMethodSymbol)?.OverriddenMethod);
                break;
            case UsingStatementSyntax { Expression: { } disposed }:
                Add(Dispose(model.GetTypeInfo(disposed).Type));
                break;
            case LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 } local:
                Add(Dispose(model.GetTypeInfo(local.Declaration.Variables[0].Initializer!.Value).Type));
                break;
            case ForEachStatementSyntax loop:
                Add(model.GetForEachStatementInfo(loop).GetEnumeratorMethod);
                break;
            case ExpressionSyntax expression:
                Add(model.GetConversion(expression).MethodSymbol);
                break;
        }

        if (node is InvocationExpressionSyntax or ConstructorInitializerSyntax or BaseObjectCreationExpressionSyntax)
            Call(model.GetOperation(node));
    }

    private void Call(IOperation? operation)
    {
        var (method, arguments) = operation switch
        {
            IInvocationOperation i => (i.TargetMethod, i.Arguments),
            IObjectCreationOperation o => (o.Constructor, o.Arguments),
            _ => (null, []),
        };
        if (method is null || Add(method) is not { } id)
            return;

        var given = arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit).Select(a => a.Syntax).OfType<ArgumentSyntax>().ToList();
        Calls.Add((id, given.Count(a => a.NameColon is null), string.Join(' ', given.Where(a => a.NameColon is not null).Select(a => a.NameColon!.Name.Identifier.Text))));
    }

    private string? Add(ISymbol? symbol)
    {
        // Operators on enums are no member.
        if (symbol is null or INamespaceSymbol or IMethodSymbol { MethodKind: MethodKind.BuiltinOperator } || !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _torch) || symbol.Kind is SymbolKind.Parameter or SymbolKind.TypeParameter)
            return null;

        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        symbol = symbol is IMethodSymbol { AssociatedSymbol: { } property } ? property : symbol;
        var id = symbol.OriginalDefinition.GetDocumentationCommentId()!;
        Members[id] = symbol;
        Add(symbol.ContainingType);
        return id;
    }

    private static IMethodSymbol? Dispose(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers("Dispose").OfType<IMethodSymbol>().FirstOrDefault(m => m.Parameters.Length == 0) is { } dispose)
                return dispose;
        }

        return null;
    }
}
