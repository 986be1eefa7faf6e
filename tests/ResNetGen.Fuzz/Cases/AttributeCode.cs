using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Fuzz.Cases;

/// <summary>What a case's attribute says, as C# and as the values that the generator reads out of it.</summary>
internal static class AttributeCode
{
    /// <summary>The attribute's arguments and the types that C# gives them.</summary>
    public static readonly ImmutableArray<(AttributeArgument Argument, Type Type)> Arguments =
    [
        .. AttributeArgument.All.Select(a => (a, typeof(ResNetAttribute).GetProperty(a.Name, BindingFlags.Public | BindingFlags.Instance)!.PropertyType)),
    ];

    /// <summary>The source of a class that names the case's first file.</summary>
    public static string ClassOf(FuzzCase said, string ns, string name)
    {
        var arguments = said.Attribute.Select(a => $", {a.Name} = {Value(a)}");
        return $"namespace {ns};\n\n/// <summary>A network.</summary>\n"
            + $"[ResNetGen.ResNet({SymbolDisplay.FormatLiteral(said.Main.Path, quote: true)}{string.Concat(arguments)})]\n"
            + $"public sealed partial class {name};\n";
    }

    /// <summary>What the attribute says, or null where it says nothing.</summary>
    public static SpecMapping? MappingOf(FuzzCase said, Findings findings)
    {
        if (said.Attribute.IsEmpty)
            return null;

        var site = Site.StartOf("Net.cs");
        return AttributeMapping.From(
            [.. said.Attribute.Select(a => (ArgumentOf(a.Name).Argument, new SpecScalar(a.Name, IsQuoted: false, site), ValueOf(a, site)))], site, findings);
    }

    private static (AttributeArgument Argument, Type Type) ArgumentOf(string name) => Arguments.First(a => a.Argument.Name == name);

    private static SpecValue ValueOf(AttributeSaid said, Site site)
    {
        var (argument, type) = ArgumentOf(said.Name);
        var element = type.IsArray ? type.GetElementType()! : type;
        SpecValue Scalar(string value) => new SpecScalar(
            element.IsEnum && argument.Key.Holds is IWords words ? words.FromMember(value) ?? value : Constant(element, value), element == typeof(string), site);
        return type.IsArray ? new SpecList(said.Values.Select(Scalar).ToEquatableArray(), site) : Scalar(said.Values[0]);
    }

    private static string Value(AttributeSaid said)
    {
        var type = ArgumentOf(said.Name).Type;
        if (!type.IsArray)
            return Literal(type, said.Values[0]);

        var element = type.GetElementType()!;
        return $"new {NameOf(element)}[] {{ {string.Join(", ", said.Values.Select(v => Literal(element, v)))} }}";
    }

    // As the compiler works it out.
    private static string Constant(Type type, string value) => value switch
    {
        "int.MaxValue" => int.MaxValue.ToString(CultureInfo.InvariantCulture),
        "int.MinValue" => int.MinValue.ToString(CultureInfo.InvariantCulture),
        "double.NaN" => "NaN",
        "double.PositiveInfinity" => "Infinity",
        _ => type == typeof(double) ? double.Parse(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : value,
    };

    private static string Literal(Type type, string value) =>
        type == typeof(string) ? SymbolDisplay.FormatLiteral(value, quote: true)
        : type.IsEnum ? NameOf(type) + "." + value
        : value;

    private static string NameOf(Type type) =>
        type == typeof(int) ? "int" : type == typeof(bool) ? "bool" : type == typeof(double) ? "double" : type == typeof(string) ? "string" : "ResNetGen." + type.Name;
}
