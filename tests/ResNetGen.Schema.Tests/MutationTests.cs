using ResNetGen.Architecture.Schema;
using ResNetGen.Architecture.Values;
using ResNetGen.Schema.Tests.Support;
using Xunit;

namespace ResNetGen.Schema.Tests;

/// <summary>The agreement of parser and schema is worth something: no part of the schema can be lost without a case that tells.</summary>
public class MutationTests
{
    private static readonly List<(string Path, string Text, SpecMapping Values, bool IsRight)> Cases =
    [
        .. from one in KeyCases.All
           let values = Verdict.Values(one.Text)
           where values is not null && !Lexical.Explains(values)
           select (one.Path, one.Text, values, Verdict.OfParser(values)),
    ];

    [Fact]
    public void Every_part_of_the_schema_is_needed()
    {
        var (count, survivors) = (0, new List<string>());
        foreach (var mutation in SchemaMutations.Of(SchemaText.Write()))
        {
            count++;
            var schema = Verdict.Load(mutation.Schema);
            if (!Cases.Exists(c => Concerns(c.Path, mutation.KeyPath) && Verdict.OfSchema(schema, c.Values) != c.IsRight))
                survivors.Add(mutation.What);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} mutations");
        Assert.True(survivors.Count == 0, "nothing tells the loss of " + string.Join(", ", survivors));
        Assert.True(count > 400, $"{count} mutations");
    }

    private static bool Concerns(string path, string key) =>
        key.Length == 0 || path == key || path.EndsWith("." + key, StringComparison.Ordinal)
        || ("." + path + ".").Contains("." + key + ".", StringComparison.Ordinal);
}
