using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResNetGen.LibTorch.Tests.ApiSurface;

/// <summary>Prints the public and protected members of a namespace of an assembly, one per line, as the listings of TorchSharp do.</summary>
internal static class ApiSurfacePrinter
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <param name="assemblyFile">The assembly to read.</param>
    /// <param name="rootNamespace">The namespace whose members, and those of the ones inside it, are printed.</param>
    internal static IReadOnlyList<string> Print(string assemblyFile, string rootNamespace)
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var reference = MetadataReference.CreateFromFile(assemblyFile);
        var references = trusted.Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(file) is "netstandard.dll" or "mscorlib.dll")
            .Select(file => (MetadataReference)MetadataReference.CreateFromFile(file))
            .Append(reference);
        var compilation = CSharpCompilation.Create("surface", references: references);
        var assembly = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!;
        var lines = new List<string>();
        foreach (var space in assembly.GlobalNamespace.GetNamespaceMembers().Where(space => string.Equals(space.Name, rootNamespace, StringComparison.Ordinal)))
        {
            AddNamespace(space, lines);
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static void AddNamespace(INamespaceSymbol space, List<string> lines)
    {
        foreach (var member in space.GetMembers())
        {
            switch (member)
            {
                case INamespaceSymbol inner:
                    AddNamespace(inner, lines);
                    break;
                case INamedTypeSymbol type when IsVisible(type):
                    AddType(type, lines);
                    break;
            }
        }
    }

    private static void AddType(INamedTypeSymbol type, List<string> lines)
    {
        lines.Add($"{type.GetDocumentationCommentId()}\t{KindOf(type)}\t{type.BaseType?.ToDisplayString(TypeFormat)}");
        foreach (var member in type.GetMembers().Where(IsVisible))
        {
            switch (member)
            {
                case INamedTypeSymbol nested:
                    AddType(nested, lines);
                    break;
                case IMethodSymbol { AssociatedSymbol: null } method when method.MethodKind != MethodKind.StaticConstructor:
                    lines.Add($"{method.GetDocumentationCommentId()}\t{method.ReturnType.ToDisplayString(TypeFormat)}\t{string.Join(", ", method.Parameters.Select(Print))}");
                    break;
                case IPropertySymbol property:
                    var setter = property.SetMethod is { } set && IsVisible(set) ? "set" : "";
                    lines.Add($"{property.GetDocumentationCommentId()}\t{property.Type.ToDisplayString(TypeFormat)}\tget {setter}");
                    break;
                case IFieldSymbol field:
                    lines.Add($"{field.GetDocumentationCommentId()}\t{field.Type.ToDisplayString(TypeFormat)}\t{(field.HasConstantValue ? Print(field.ConstantValue) : "")}");
                    break;
            }
        }
    }

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static string KindOf(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Interface => "interface abstract",
        TypeKind.Class when type.IsStatic => "class static",
        TypeKind.Class when type.IsAbstract => "class abstract",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static string Print(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? $"{parameter.Name}={Print(parameter.ExplicitDefaultValue)}" : parameter.Name;

    private static string Print(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
