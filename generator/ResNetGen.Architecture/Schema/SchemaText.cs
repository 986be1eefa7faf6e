using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Values;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Architecture.Schema;

/// <summary>The JSON schema (draft 7) of the spec language, made from the description that the parser uses.</summary>
/// <remarks>For editors: what a schema can say of a spec, it says as the parser does. Only the parser knows the rest.</remarks>
public static class SchemaText
{
    /// <summary>The name of the file that a spec's modeline names.</summary>
    public const string FileName = "resnet.schema.json";

    /// <summary>The first line of a spec, by which the YAML language server finds the schema.</summary>
    /// <param name="path">The schema's path, relative to the spec.</param>
    public static string Modeline(string path) => "# yaml-language-server: $schema=" + path;

    /// <summary>Returns the schema.</summary>
    public static string Write()
    {
        var shared = new SharedKeys(SpecKeys.Spec);
        return JsonText.Write(new JsonObject()
            .Add("$schema", "http://json-schema.org/draft-07/schema#")
            .Add("title", "A network of the ResNet family")
            .Add("description", "A spec for ResNetGen: the compiler turns it into a TorchSharp module.")
            .AddAll(SpecKeys.Spec.ToSchema(shared))
            .Add("anyOf", Complete())
            .Add("definitions", shared.Definitions()));
    }

    /// <summary>What a key may hold, what it says, its default and an example.</summary>
    internal static JsonObject Of(Key key, SharedKeys shared)
    {
        var schema = new JsonObject()
            .Add("title", key.Name)
            .Add("description", key.DefaultText.Length == 0 ? key.Description : key.Description + "\nDefault: " + key.DefaultText + ".")
            .AddAll(key.Holds.ToSchema(shared));
        if (ValueOf(key, key.DefaultText) is { } usual)
            schema.Add("default", usual);
        if (ValueOf(key, key.Example) is { } example)
            schema.Add("examples", new[] { example });

        return schema;
    }

    // A spec stands on another, or says for all stages or for each how many blocks it has.
    private static JsonObject[] Complete()
    {
        var stages = Says(SpecKeys.Stages).Add("properties", new JsonObject().Add(
            SpecKeys.Stages.Name, new JsonObject().Add("items", Says(StageKeys.Blocks))));
        return [stages, Says(SpecKeys.N), Says(SpecKeys.Depth), Says(SpecKeys.Extends)];
    }

    private static JsonObject Says(Key key) => new JsonObject().Add("required", new object[] { key.Name });

    // Null where the text is no value of the key but words about it: "as many as the stage before".
    private static object? ValueOf(Key key, string text)
    {
        var findings = new Findings();
        if (YamlSpecReader.Read("schema", "value: " + text, findings) is not { } read)
            return null;

        var value = read.Entries[0].Value;
        key.Read(value, new Section(value.Site), findings);
        return findings.HasErrors ? null : Json(value);
    }

    private static object Json(SpecValue value) => value switch
    {
        SpecList list => list.Items.Select(Json).ToList(),
        SpecMapping mapping => mapping.Entries.Aggregate(new JsonObject(), (json, entry) => json.Add(entry.Key.Text, Json(entry.Value))),
        SpecScalar { IsQuoted: false, Text: "true" or "false" } word => word.Text == "true",
        SpecScalar { IsQuoted: false } number when IsNumber(number.Text) => new JsonNumber(number.Text),
        SpecScalar text => text.Text,
        _ => throw new ArgumentException(value.Kind, nameof(value)),
    };

    private static bool IsNumber(string text) =>
        text.Length > 0 && text[0] is '-' or (>= '0' and <= '9') && text.All(c => c is (>= '0' and <= '9') or '.' or '-' or '+' or 'e');
}
