using ResNetGen.Architecture.Values;
using ResNetGen.Property.Tests.Specs;
using ResNetGen.Property.Tests.Support;
using ResNetGen.Schema.Tests.Support;
using Xunit;

namespace ResNetGen.Schema.Tests;

/// <summary>What the parser takes, the schema takes; what the parser refuses for its keys, types, words and bounds, the schema refuses.</summary>
public class AgreementTests
{
    private const int DrawnSpecs = 300;

    [Fact]
    public void Shipped_specs_are_right_by_both()
    {
        Assert.True(Corpus.Shipped.Count > 80);
        foreach (var file in Corpus.Shipped)
        {
            var values = Verdict.Values(File.ReadAllText(file))!;
            Assert.True(Verdict.OfParser(values), file);
            Assert.Equal("", Verdict.Complaints(Verdict.Shipped, values));
        }
    }

    [Fact]
    public void Examples_of_the_pages_have_one_verdict()
    {
        var wrong = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (id, isRight, text) in Corpus.Examples)
        {
            if (Verdict.Values(text) is not { } values)
                continue;

            AssertAgree(Verdict.Shipped, values, $"{id}:\n{text}");
            if (isRight)
                Assert.True(Verdict.OfParser(values), $"{id}:\n{text}");
            else if (!Verdict.OfParser(values))
                wrong.Add(id);
        }

        // Texts that are no YAML have no JSON; the rest of RNG0xxx is about other files.
        Assert.Equal("RNG0005 RNG0007 RNG0008 RNG0009 RNG0010 RNG0011 RNG0014", string.Join(' ', wrong.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_value_of_every_key_has_one_verdict()
    {
        var (right, wrong) = (0, 0);
        var disagreements = new List<string>();
        foreach (var (path, text) in KeyCases.All)
        {
            if (Verdict.Values(text) is not { } values)
                continue;

            if (Verdict.OfParser(values))
                right++;
            else
                wrong++;

            if (Verdict.OfParser(values) != Verdict.OfSchema(Verdict.Shipped, values) && !Lexical.Explains(values))
                disagreements.Add($"{path}: {text.ReplaceLineEndings(" | ")} {Verdict.Complaints(Verdict.Shipped, values)}");
        }

        Assert.True(disagreements.Count == 0, $"{disagreements.Count}:\n{string.Join('\n', disagreements.Take(20))}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{right} right, {wrong} wrong");
        Assert.True(right > 1000 && wrong > 4000, $"{right} right, {wrong} wrong");
    }

    [Fact]
    public void Drawn_specs_are_right_by_both()
    {
        PropertyRun.Check("Schema", DrawnSpecs, SpecArbitrary(), drawn =>
        {
            string[] texts = drawn.Parts is { } parts ? [drawn.Text, parts.Above] : [drawn.Text];
            foreach (var text in texts)
                Assert.Equal("", Verdict.Complaints(Verdict.Shipped, Verdict.Values(text)!));
        }, () => $"{DrawnSpecs} specs");
    }

    private static FsCheck.Arbitrary<DrawnSpec> SpecArbitrary() => FsCheck.Fluent.Arb.From(SpecGrammar.Spec, d => d.Smaller());

    private static void AssertAgree(NJsonSchema.JsonSchema schema, SpecMapping values, string what) => Assert.True(
        Verdict.OfParser(values) == Verdict.OfSchema(schema, values),
        $"the parser {(Verdict.OfParser(values) ? "takes" : "refuses")} what the schema does not: {what} {Verdict.Complaints(schema, values)}");
}
