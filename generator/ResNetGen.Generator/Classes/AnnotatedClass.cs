using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Text;
using ResNetGen.Generator.Diagnostics;

namespace ResNetGen.Generator.Classes;

/// <summary>Tells classes marked with <c>ResNetGen.ResNetAttribute</c> from others: first by their text, then by their meaning.</summary>
internal static class AnnotatedClass
{
    private const string Name = "ResNet";
    private const string FullName = Name + "Attribute";

    /// <summary>Whether a node may be marked, by what its file says alone.</summary>
    public static bool MayBe(SyntaxNode node) =>
        node is TypeDeclarationSyntax { AttributeLists.Count: > 0 } type && Marks(type).Any();

    /// <summary>The attribute of ours that a type has, or null.</summary>
    public static AttributeData? Mark(INamedTypeSymbol type) => type.GetAttributes().FirstOrDefault(a => IsOurs(a.AttributeClass));

    /// <summary>Whether a directive gives something like our attribute another name in every file.</summary>
    public static bool MayBeGlobalAlias(SyntaxNode node) =>
        node is UsingDirectiveSyntax { Alias: not null, GlobalKeyword.RawKind: not 0, Name: { } target } && Last(target) is FullName;

    /// <summary>What is wrong where that is our attribute: classes marked with the other name would not be found.</summary>
    public static Finding? GlobalAlias(UsingDirectiveSyntax directive, SemanticModel model, CancellationToken cancellation)
    {
        if (directive is not { Alias: { } alias, Name: { } target } || !IsOurs(model.GetSymbolInfo(target, cancellation).Symbol))
            return null;

        var name = new[] { alias.Name.Identifier.ValueText }.ToEquatableArray();
        return new Finding(CSharpRules.GlobalAlias, Reporting.ToSite(alias.Name.GetLocation()), name);
    }

    /// <summary>Whether a symbol is the attribute.</summary>
    public static bool IsOurs(ISymbol? type) => type is INamedTypeSymbol
    {
        Name: FullName, ContainingType: null, ContainingNamespace: { Name: "ResNetGen", ContainingNamespace.IsGlobalNamespace: true },
    };

    private static IEnumerable<AttributeSyntax> Marks(TypeDeclarationSyntax type) => type.AttributeLists
        .SelectMany(static list => list.Attributes)
        .Where(static attribute => Last(attribute.Name) is var name && (name is Name or FullName || IsAlias(attribute, name)));

    /// <summary>The directives of a file or a namespace; none of anything else.</summary>
    public static SyntaxList<UsingDirectiveSyntax> UsingsOf(SyntaxNode scope) => scope switch
    {
        CompilationUnitSyntax file => file.Usings,
        BaseNamespaceDeclarationSyntax space => space.Usings,
        _ => default,
    };

    private static bool IsAlias(AttributeSyntax attribute, string name) => attribute.Ancestors().SelectMany(static scope => UsingsOf(scope))
        .Any(u => u.Alias is { } alias && u.Name is { } target && Last(target) is FullName
            && alias.Name.Identifier.ValueText is var given && (given == name || given == name + "Attribute"));

    private static string Last(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
