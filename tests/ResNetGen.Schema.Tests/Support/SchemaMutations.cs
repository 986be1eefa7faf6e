using Newtonsoft.Json.Linq;

namespace ResNetGen.Schema.Tests.Support;

/// <summary>A schema with one mistake in it.</summary>
/// <param name="What">Where it is, and what it lost.</param>
/// <param name="KeyPath">The key that it is about: the end of a path of <see cref="KeyCase"/>.</param>
/// <param name="Schema">The schema.</param>
internal sealed record SchemaMutation(string What, string KeyPath, string Schema);

/// <summary>Takes each constraint, word and key out of a schema, one at a time.</summary>
internal static class SchemaMutations
{
    private static readonly string[] Constraints =
    [
        "type", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "enum", "pattern", "minLength", "maxLength", "not", "items",
        "minItems", "maxItems", "additionalProperties", "required", "anyOf",
    ];

    public static IEnumerable<SchemaMutation> Of(string schema)
    {
        var root = JObject.Parse(schema);
        foreach (var path in Removable(root, "").ToList())
        {
            var mutant = (JObject)root.DeepClone();
            var node = mutant.SelectToken(path)!;
            // A key goes with its value, an item of a list by itself.
            (node.Parent is JProperty property ? property : node).Remove();
            yield return new SchemaMutation(path, KeyPathOf(path), mutant.ToString());
        }
    }

    private static IEnumerable<string> Removable(JObject schema, string path)
    {
        foreach (var (name, value) in schema)
        {
            var at = path + name;
            // A text that is no mapping has no values to begin with.
            if (Constraints.Contains(name) && !(name == "type" && (path.Length == 0 || SaysItsType(schema))))
                yield return at;

            switch (name, value)
            {
                case ("anyOf", JArray branches):
                    for (var i = 0; i < branches.Count; i++)
                    {
                        yield return $"{at}[{i}]";
                        foreach (var below in Removable((JObject)branches[i], $"{at}[{i}]."))
                            yield return below;
                    }

                    break;
                case ("enum", JArray words):
                    for (var i = 0; i < words.Count; i++)
                        yield return $"{at}[{i}]";

                    break;
                case ("properties" or "definitions", JObject named):
                    foreach (var (key, inner) in named)
                    {
                        if (name == "properties")
                            yield return $"{at}.{key}";
                        foreach (var below in Removable((JObject)inner!, $"{at}.{key}."))
                            yield return below;
                    }

                    break;
                case ("items", JObject item):
                    foreach (var below in Removable(item, at + "."))
                        yield return below;

                    break;
            }
        }
    }

    // Words are told from numbers by their texts, and this validator asks even a number for what an object needs.
    private static bool SaysItsType(JObject schema) => schema["enum"]?[0]?.Type == JTokenType.String || schema["required"] is not null;

    // The names behind `properties` and `definitions`.
    private static string KeyPathOf(string path)
    {
        var parts = path.Split('.');
        return string.Join('.', parts.Where((_, i) => i > 0 && parts[i - 1] is "properties" or "definitions" && (i < 2 || parts[i - 2] is not "properties")));
    }
}
