using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Values;

namespace ResNetGen.CodeFixes.Attributes;

/// <summary>Writes the attribute's arguments as C#, each value by its property's type.</summary>
internal sealed class ArgumentText(INamedTypeSymbol attribute, SemanticModel model, int position)
{
    /// <summary>Returns <c>Name = value</c>, or null where the property has no such value.</summary>
    public string? Of(AttributeArgument argument, SpecValue value) =>
        Property(argument.Name) is { } property && Value(property.Type, value, argument.Key.Holds as IWords) is { } text
            ? argument.Name + " = " + text
            : null;

    /// <summary>Returns the property that an argument sets, or null.</summary>
    public IPropertySymbol? Property(string name) => attribute.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(p => p.SetMethod is not null);

    /// <summary>Returns an enum's member as one would write it here.</summary>
    public string Member(ITypeSymbol type, string member) => type.ToMinimalDisplayString(model, position) + "." + member;

    private string? Value(ITypeSymbol type, SpecValue value, IWords? words) => (type, value) switch
    {
        (IArrayTypeSymbol array, SpecList list) => List(array.ElementType, list, words),
        (INamedTypeSymbol { TypeKind: TypeKind.Enum }, SpecScalar word) =>
            words?.Members.FirstOrDefault(m => words.FromMember(m) == word.Text) is { } member ? Member(type, member) : null,
        ({ SpecialType: SpecialType.System_String }, SpecScalar text) => SymbolDisplay.FormatLiteral(text.Text, quote: true),
        ({ SpecialType: SpecialType.System_Boolean }, SpecScalar { Text: "true" or "false" } flag) => flag.Text,
        ({ SpecialType: SpecialType.System_Int32 }, SpecScalar number) =>
            int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
                ? whole.ToString(CultureInfo.InvariantCulture)
                : null,
        ({ SpecialType: SpecialType.System_Double }, SpecScalar number) => Number(number.Text),
        _ => null,
    };

    private string? List(ITypeSymbol type, SpecList list, IWords? words)
    {
        var items = list.Items.Select(i => Value(type, i, words)).ToList();
        return items.Count == 0 || items.Contains(null) ? null : "new[] { " + string.Join(", ", items) + " }";
    }

    // As the spec has it, where C# reads that as the same number.
    private static string? Number(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return null;

        return SyntaxFactory.ParseExpression(text) is LiteralExpressionSyntax literal && literal.FullSpan.Length == text.Length
            && Convert.ToDouble(literal.Token.Value, CultureInfo.InvariantCulture).Equals(number)
                ? text
                : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
