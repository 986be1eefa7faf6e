using NJsonSchema;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Schema.Tests.Support;

/// <summary>What the parser and the schema think of a spec's text.</summary>
internal static class Verdict
{
    /// <summary>The schema as it is shipped.</summary>
    public static readonly JsonSchema Shipped = Load(SchemaText.Write());

    public static JsonSchema Load(string schema) => JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();

    /// <summary>The values of a text without a finding, or null.</summary>
    public static SpecMapping? Values(string text)
    {
        var document = SpecDocument.Parse("net.resnet.yaml", text);
        return document.Findings.Count == 0 ? document.Values : null;
    }

    public static bool OfSchema(JsonSchema schema, SpecMapping values) => schema.Validate(YamlJson.Of(values)).Count == 0;

    /// <summary>Whether keys, types, words and bounds are right, and nothing needed is missing: what a schema can say, and no more.</summary>
    public static bool OfParser(SpecMapping values)
    {
        var findings = new Findings();
        if (!SpecKeys.Spec.TryRead(values, findings, out _) || findings.HasErrors)
            return false;

        // What is missing is looked for in the whole chain.
        if (values.Find(SpecKeys.Extends.Name) is not null)
            return true;

        CompiledSpec.Compile(values, "Net", findings);
        return findings.ToArray().All(f => f.Rule != Rules.MissingKey);
    }

    /// <summary>What the schema has against a spec, for messages.</summary>
    public static string Complaints(JsonSchema schema, SpecMapping values) =>
        string.Join("; ", schema.Validate(YamlJson.Of(values)).Select(e => e.ToString()));
}
