using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Generator.Diagnostics;

namespace ResNetGen.Generator.Classes;

/// <summary>Reads an annotated class into plain data, and says why it cannot be a network.</summary>
internal static class ClassReader
{
    private static readonly SymbolDisplayFormat Escaped = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>Returns the class, or null where it is not ours or another declaration of it carries the attribute.</summary>
    /// <returns>The class, and the names that it was read from; no names where it must be read again whatever changes.</returns>
    public static (NetworkClass? Network, EquatableArray<string>? Names) Read(
        TypeDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetDeclaredSymbol(declaration, cancellation) is not INamedTypeSymbol symbol)
            return (null, null);

        if (AnnotatedClass.Mark(symbol) is not { } attribute
            || (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is { Parent.Parent: { } annotated } && annotated != declaration))
        {
            return (null, BoundNames.Of(symbol, cancellation));
        }

        var network = Read(declaration, symbol, attribute, model, cancellation);
        var isPlain = network.Findings.Count == 0 && BoundNames.IsPlain(symbol, attribute, model, cancellation);
        return (network, isPlain ? BoundNames.Of(symbol, cancellation) : null);
    }

    private static NetworkClass Read(
        TypeDeclarationSyntax declaration, INamedTypeSymbol symbol, AttributeData attribute, SemanticModel model, CancellationToken cancellation)
    {
        var findings = new Findings();
        try
        {
            CheckType(symbol, declaration, findings);
            CheckProject(model.Compilation, symbol, declaration, findings);
            // A class that can be filled gets at least its shell, whatever the attribute says.
            var target = findings.HasErrors ? null : Target(symbol, declaration, model.Compilation);
            var (file, said) = new AttributeReader(attribute, symbol.Name, findings, cancellation).Read();
            return new NetworkClass(target, HintName(symbol), file, said, findings.ToArray());
        }
#pragma warning disable CA1031 // whatever goes wrong becomes a diagnostic: a generator never throws
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            findings.Add(Rules.InternalError, SiteOf(declaration), e.Message);
            var nothing = new SpecMapping(EquatableArray<SpecEntry>.Empty, SiteOf(declaration));
            return new NetworkClass(Target: null, HintName(symbol), SpecFile: null, nothing, findings.ToArray());
        }
    }

    private static void CheckType(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, Findings findings)
    {
        var site = SiteOf(declaration);
        if (!IsPartial(declaration))
            findings.Add(CSharpRules.NotPartial, site, symbol.Name);

        var unfit = symbol switch
        {
            { TypeKind: TypeKind.Struct } => "a struct",
            { TypeKind: TypeKind.Interface } => "an interface",
            { IsRecord: true } => "a record",
            { IsStatic: true } => "static",
            { IsFileLocal: true } => "local to its file",
            _ => null,
        };
        if (unfit is not null)
            findings.Add(CSharpRules.NotAClass, site, symbol.Name, unfit);

        for (var type = symbol; type is not null; type = type.ContainingType)
        {
            if (type.TypeParameters.Length > 0)
            {
                findings.Add(CSharpRules.Generic, site, symbol.Name);
                break;
            }
        }

        foreach (var outer in declaration.Ancestors().OfType<TypeDeclarationSyntax>())
        {
            if (!IsPartial(outer))
                findings.Add(CSharpRules.ContainingTypeNotPartial, SiteOf(outer), outer.Identifier.ValueText, symbol.Name);
        }

        if (CSharpEmitter.IsMember(symbol.Name))
            findings.Add(CSharpRules.NameIsMember, site, symbol.Name);

        if (symbol is { TypeKind: TypeKind.Class, BaseType: { SpecialType: not SpecialType.System_Object } parent } && !IsModule(parent))
            findings.Add(CSharpRules.OtherBase, site, symbol.Name, parent.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
    }

    private static void CheckProject(
        Compilation compilation, INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, Findings findings)
    {
        if (compilation.GetTypeByMetadataName("TorchSharp.torch") is null)
            findings.Add(CSharpRules.NoTorch, SiteOf(declaration), symbol.Name);

        if (compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp10 })
            findings.Add(CSharpRules.OldLanguage, SiteOf(declaration), symbol.Name);
    }

    private static CSharpTarget Target(INamedTypeSymbol symbol, TypeDeclarationSyntax declaration, Compilation compilation) => new(
        symbol.ContainingNamespace.IsGlobalNamespace ? "" : symbol.ContainingNamespace.ToDisplayString(Escaped),
        declaration.Identifier.Text,
        declaration.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Select(Declare).ToEquatableArray(),
        compilation.GetTypeByMetadataName(CSharpTarget.EngineType) is not null);

    private static string Declare(TypeDeclarationSyntax type)
    {
        var kind = type is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not 0 } record
            ? "record " + record.ClassOrStructKeyword.Text
            : type.Keyword.Text;
        return $"partial {kind} {type.Identifier.Text}";
    }

    // As in metadata, a plus stands before a nested type: a namespace and a type of one name stay apart.
    private static string HintName(INamedTypeSymbol symbol)
    {
        var name = symbol.Name;
        for (var outer = symbol.ContainingType; outer is not null; outer = outer.ContainingType)
            name = outer.Name + "+" + name;

        var space = symbol.ContainingNamespace.IsGlobalNamespace ? "" : symbol.ContainingNamespace.ToDisplayString(Escaped).Replace("@", "") + ".";
        return space + name + ".g.cs";
    }

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool IsModule(INamedTypeSymbol type) =>
        type is { Name: "Module", TypeArguments.Length: 2, ContainingType: { Name: "nn", ContainingType.Name: "torch" } }
        && type.TypeArguments.All(a => a is { Name: "Tensor", ContainingType.Name: "torch" });

    private static Site SiteOf(TypeDeclarationSyntax type) => Reporting.ToSite(type.Identifier.GetLocation());
}
