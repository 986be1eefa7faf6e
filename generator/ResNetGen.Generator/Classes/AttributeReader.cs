using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Generator.Diagnostics;

namespace ResNetGen.Generator.Classes;

/// <summary>Reads the attribute into the values that YAML would have given, each at its place in the source.</summary>
internal sealed class AttributeReader(AttributeData attribute, string className, Findings findings, CancellationToken cancellation)
{
    private readonly AttributeSyntax? _syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;

    /// <summary>Returns the spec file that is named, or null, and what is said beside it.</summary>
    public (SpecScalar? File, SpecMapping Said) Read()
    {
        var site = _syntax is null ? Site.StartOf("") : Reporting.ToSite(_syntax.GetLocation());
        var said = new List<(AttributeArgument, SpecScalar, SpecValue)>();
        foreach (var pair in attribute.NamedArguments)
        {
            var argument = AttributeArgument.All.FirstOrDefault(a => a.Name == pair.Key);
            if (argument is null || pair.Value.IsNull)
                continue;

            var syntax = _syntax?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == pair.Key);
            var at = syntax is null ? site : Reporting.ToSite(syntax.Expression.GetLocation());
            var words = argument.Key.Holds as IWords;
            said.Add((argument, new SpecScalar(pair.Key, IsQuoted: false, at), Value(pair.Value, syntax?.Expression, at, words)));
        }

        var file = attribute.ConstructorArguments.Length > 0 ? File(attribute.ConstructorArguments[0]) : null;
        if (file is null && !said.Any(s => s.Item1.Key == StageKeys.Blocks || s.Item1.Key == SpecKeys.N || s.Item1.Key == SpecKeys.Depth))
            findings.Add(CSharpRules.NothingSaid, site, className);

        return (file, AttributeMapping.From(said, site, findings));
    }

    private SpecScalar? File(TypedConstant path)
    {
        var syntax = _syntax?.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null);
        return path.Value is string text && syntax is not null
            ? new SpecScalar(text, IsQuoted: true, Reporting.ToSite(syntax.GetLocation()))
            : null;
    }

    private static SpecValue Value(TypedConstant constant, ExpressionSyntax? syntax, Site site, IWords? words)
    {
        if (constant.Kind != TypedConstantKind.Array)
            return new SpecScalar(Text(constant, words), constant.Value is string, site);

        var elements = Elements(syntax);
        var items = constant.Values.Select((value, i) => Value(
            value,
            i < elements.Count ? elements[i] : null,
            i < elements.Count ? Reporting.ToSite(elements[i].GetLocation()) : site,
            words));
        return new SpecList(items.ToEquatableArray(), site);
    }

    private static List<ExpressionSyntax> Elements(ExpressionSyntax? syntax) => syntax switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } list } => [.. list.Expressions],
        ImplicitArrayCreationExpressionSyntax { Initializer: var list } => [.. list.Expressions],
        CollectionExpressionSyntax list => [.. list.Elements.OfType<ExpressionElementSyntax>().Select(e => e.Expression)],
        _ => [],
    };

    private static string Text(TypedConstant constant, IWords? words)
    {
        var text = constant.Value switch
        {
            bool value => value ? "true" : "false",
            double value => value.ToString("R", CultureInfo.InvariantCulture),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
        if (constant.Kind != TypedConstantKind.Enum || words is null)
            return text;

        var member = constant.Type?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(f => f.HasConstantValue && Equals(f.ConstantValue, constant.Value));
        return member is null ? text : words.FromMember(member.Name) ?? member.Name;
    }
}
