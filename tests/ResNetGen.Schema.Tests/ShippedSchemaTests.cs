using Newtonsoft.Json.Linq;
using ResNetGen.Architecture.Schema;
using ResNetGen.Schema.Tests.Support;
using Xunit;

namespace ResNetGen.Schema.Tests;

/// <summary>The schema that is shipped, the specs that name it, and what an editor shows of it.</summary>
public class ShippedSchemaTests
{
    [Fact]
    public void Committed_schema_is_the_languages()
    {
        var committed = File.ReadAllText(Path.Combine(Corpus.Folder, "specs", SchemaText.FileName));
        Assert.True(
            committed == SchemaText.Write(),
            "specs/resnet.schema.json is stale: dotnet run --project src/ResNetGen.Tool -c Release -- schema -o specs/resnet.schema.json");
    }

    [Fact]
    public void Modeline_of_every_shipped_spec_leads_to_the_schema()
    {
        var schema = Path.Combine(Corpus.Folder, "specs", SchemaText.FileName);
        foreach (var file in Corpus.Shipped)
        {
            var relative = Path.GetRelativePath(Path.GetDirectoryName(file)!, schema).Replace('\\', '/');
            Assert.Equal(SchemaText.Modeline(relative), File.ReadLines(file).First());
        }
    }

    [Fact]
    public void Every_key_has_a_title_a_sentence_and_an_example()
    {
        var schema = JObject.Parse(SchemaText.Write());
        var count = 0;
        foreach (var (path, key, _) in KeyCases.Keys())
        {
            var described = Find(schema, path);
            Assert.Equal(key.Name, (string?)described["title"]);
            Assert.StartsWith(key.Description, (string?)described["description"], StringComparison.Ordinal);
            Assert.Matches(@"^\p{Lu}.{10,}[.)]$", key.Description);
            Assert.NotEmpty(described["examples"]!);
            if (key.DefaultText.Length > 0)
                Assert.EndsWith($"\nDefault: {key.DefaultText}.", (string?)described["description"], StringComparison.Ordinal);

            count++;
        }

        Assert.True(count > 100, $"{count} keys");
    }

    [Fact]
    public void Examples_and_defaults_are_values_of_their_keys()
    {
        var defaults = new HashSet<string>(StringComparer.Ordinal);
        var schema = JObject.Parse(SchemaText.Write());
        foreach (var (path, key, spec) in KeyCases.Keys())
        {
            AssertRight(path, spec(key.Example));
            var described = Find(schema, path);
            Assert.True(JToken.DeepEquals(JsonOf(key.Example), described["examples"]![0]), path);
            if (described["default"] is not { } usual)
                continue;

            AssertRight(path, spec(key.DefaultText));
            Assert.True(JToken.DeepEquals(JsonOf(key.DefaultText), usual), path);
            defaults.Add(path);
        }

        // Those that are words about a value, not the value, stand in the description alone.
        Assert.Contains("stem", defaults);
        Assert.Contains("stages.norm.eps", defaults);
        Assert.DoesNotContain("expansion", defaults);
    }

    [Fact]
    public void Every_word_has_a_sentence()
    {
        var words = 0;
        foreach (var choice in JObject.Parse(SchemaText.Write()).Descendants().OfType<JObject>().Where(o => o["enum"]?[0]?.Type == JTokenType.String && o["enumDescriptions"] is not null))
        {
            Assert.Equal(choice["enum"]!.Count(), choice["enumDescriptions"]!.Count());
            Assert.All(choice["enumDescriptions"]!, d => Assert.EndsWith(".", (string?)d, StringComparison.Ordinal));
            words += choice["enum"]!.Count();
        }

        Assert.True(words > 50, $"{words} words");
    }

    [Fact]
    public void Ways_of_writing_that_no_schema_sees_are_what_they_are_said_to_be()
    {
        foreach (var (_, example, why) in Lexical.Forms)
        {
            var values = Verdict.Values(example)!;
            Assert.True(Lexical.Explains(values), why);
            Assert.True(Verdict.OfParser(values) != Verdict.OfSchema(Verdict.Shipped, values), $"{example}: {why}");
        }
    }

    private static void AssertRight(string path, string text)
    {
        var values = Verdict.Values(text)!;
        Assert.True(Verdict.OfParser(values), $"{path}: {text}");
        Assert.Equal("", Verdict.Complaints(Verdict.Shipped, values));
    }

    private static JToken JsonOf(string value) => YamlJson.Of(Verdict.Values("value: " + value)!.Entries[0].Value);

    // The description of a key, through lists, alternatives and references.
    private static JObject Find(JObject schema, string path)
    {
        var at = schema;
        foreach (var name in path.Split('.'))
        {
            var mapping = (at["anyOf"]?[1] ?? at["items"] ?? at) as JObject;
            at = (JObject)((at["properties"] is null ? mapping : at)!["properties"]![name]!);
            if (at["$ref"] is { } reference)
                at = (JObject)schema["definitions"]![((string)reference!).Split('/')[^1]]!;
        }

        return at;
    }
}
