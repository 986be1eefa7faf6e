using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResNetGen.PublicApi.Tests;

/// <summary>Lists what users of an assembly can see, from its metadata: every type with its members, in ordinal order.</summary>
internal static class ApiListing
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeExplicitInterface
            | SymbolDisplayMemberOptions.IncludeRef,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.None,
        SymbolDisplayKindOptions.IncludeMemberKeyword,
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly MetadataReference[] Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
    ];

    /// <summary>Lists an assembly.</summary>
    /// <param name="reference">The assembly; what it refers to is among the test's own.</param>
    public static string Of(MetadataReference reference)
    {
        var compilation = CSharpCompilation.Create("listing", references: Platform.Where(p => p.Display != reference.Display).Append(reference));
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        var types = Types(assembly.GlobalNamespace).ToDictionary(t => t.ToDisplayString(Format), StringComparer.Ordinal);
        return string.Join('\n', types.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Print(t.Value)));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol space)
    {
        foreach (var member in space.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                foreach (var type in Types(inner))
                    yield return type;
            }
            else if (member is INamedTypeSymbol type && IsVisible(type))
            {
                yield return type;
                foreach (var nested in Types(type))
                    yield return nested;
            }
        }
    }

    private static string Print(INamedTypeSymbol type)
    {
        // A delegate is its signature.
        var lines = type.GetMembers().Where(m => type.TypeKind != TypeKind.Delegate && IsListed(m))
            .Select(m => "    " + m.ToDisplayString(Format)).Order(StringComparer.Ordinal);
        return string.Concat(lines.Prepend(Head(type)).Select(l => l + "\n"));
    }

    // Accessors stand with their property or event; what C# cannot name is no one's to use.
    private static bool IsListed(ISymbol member) => IsVisible(member) && member switch
    {
        INamedTypeSymbol or { IsImplicitlyDeclared: true } => false,
        IMethodSymbol { AssociatedSymbol: not null } => false,
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion } => true,
        IPropertySymbol { IsIndexer: true } => true,
        _ => member.CanBeReferencedByName,
    };

    private static string Head(INamedTypeSymbol type)
    {
        var modifiers = (type.TypeKind, type.IsStatic, type.IsAbstract, type.IsSealed) switch
        {
            (TypeKind.Class, true, _, _) => "static ",
            (TypeKind.Class, _, true, _) => "abstract ",
            (TypeKind.Class, _, _, true) => "sealed ",
            (TypeKind.Struct, _, _, _) => (type.IsReadOnly ? "readonly " : "") + (type.IsRefLikeType ? "ref " : ""),
            _ => "",
        };
        var above = type.BaseType is { SpecialType: SpecialType.None } or { SpecialType: SpecialType.System_Array } ? [type.BaseType] : Array.Empty<INamedTypeSymbol>();
        if (type.TypeKind == TypeKind.Enum)
            above = [type.EnumUnderlyingType!];

        var supertypes = string.Join(", ", above.Select(b => b.ToDisplayString(Format))
            .Concat(type.Interfaces.Where(IsVisible).Select(i => i.ToDisplayString(Format)).Order(StringComparer.Ordinal)));
        // Constraints stand behind what the type derives from in C#; here the type's own text ends with them.
        var access = type.DeclaredAccessibility == Accessibility.Public ? "public" : "protected";
        return $"{access} {modifiers}{KindOf(type)} {type.ToDisplayString(Format)}{(supertypes.Length == 0 ? "" : " : " + supertypes)}";
    }

    private static string KindOf(INamedTypeSymbol type) =>
        (type.IsRecord ? "record " : "") + type.TypeKind.ToString().ToLowerInvariant();

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;
}
