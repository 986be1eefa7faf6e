using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ResNetGen.Generator.Classes;

/// <summary>What the files that two compilations do not share declare.</summary>
internal static class Changes
{
    /// <summary>Returns the names that are declared there, or null where more has changed than names can tell.</summary>
    public static HashSet<string>? Between(Compilation before, Compilation now, CancellationToken cancellation)
    {
        if (before.Options != now.Options || before.AssemblyName != now.AssemblyName
            || !before.ExternalReferences.SequenceEqual(now.ExternalReferences))
        {
            return null;
        }

        var gone = new HashSet<SyntaxTree>(before.SyntaxTrees);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in now.SyntaxTrees)
        {
            if (!gone.Remove(tree) && !Collect(tree, names, cancellation))
                return null;
        }

        return gone.All(tree => Collect(tree, names, cancellation)) ? names : null;
    }

    // Bodies declare nothing that an attribute or a base could name.
    private static bool Collect(SyntaxTree tree, HashSet<string> names, CancellationToken cancellation)
    {
        if (tree.GetRoot(cancellation) is not CompilationUnitSyntax unit || unit.Usings.Any(u => u.GlobalKeyword.RawKind != 0))
            return false;

        foreach (var member in unit.Members)
            Collect(member, names);

        return true;
    }

    private static void Collect(MemberDeclarationSyntax member, HashSet<string> names)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                names.UnionWith(space.Name.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
                Collect(space.Members, names);
                break;
            case TypeDeclarationSyntax type:
                names.Add(type.Identifier.ValueText);
                // A record's parameters are members; those of a class are in scope of its attributes' nameof alone.
                names.UnionWith(type.ParameterList?.Parameters.Select(p => p.Identifier.ValueText) ?? []);
                names.UnionWith(type.TypeParameterList?.Parameters.Select(p => p.Identifier.ValueText) ?? []);
                Collect(type.Members, names);
                break;
            case EnumDeclarationSyntax type:
                names.Add(type.Identifier.ValueText);
                break;
            case BaseFieldDeclarationSyntax fields:
                names.UnionWith(fields.Declaration.Variables.Select(v => v.Identifier.ValueText));
                break;
            case DelegateDeclarationSyntax type:
                names.Add(type.Identifier.ValueText);
                break;
            case PropertyDeclarationSyntax property:
                names.Add(property.Identifier.ValueText);
                break;
            case EventDeclarationSyntax @event:
                names.Add(@event.Identifier.ValueText);
                break;
            case MethodDeclarationSyntax method:
                names.Add(method.Identifier.ValueText);
                break;
            default:
                break;
        }
    }

    private static void Collect(SyntaxList<MemberDeclarationSyntax> members, HashSet<string> names)
    {
        foreach (var member in members)
            Collect(member, names);
    }
}
