using ResNetGen.Architecture.Text;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Fuzz.Oracles;
using ResNetGen.Fuzz.Running;
using Xunit;

namespace ResNetGen.Fuzz.Tests;

/// <summary>What looks for failures sees them.</summary>
public sealed class OracleTests
{
    private const string Sound = "stages: [{ blocks: 1, width: 8 }]\n";

    [Fact]
    public void A_network_where_the_pipeline_saw_an_error_is_a_failure()
    {
        var tried = FuzzCase.Of(Sound);
        var (sound, refused) = (Pipeline.Run(tried), Pipeline.Run(FuzzCase.Of("stages: 1\n")));
        Assert.True(sound.IsAccepted);
        Assert.Equal([null, "the generator says something else"], [.. GeneratorBatch.Check([(tried, sound), (tried, refused)]).Select(f => f?.Signature)], StringComparer.Ordinal);
    }

    [Fact]
    public void Code_that_does_not_compile_is_a_failure_of_its_own_case()
    {
        // The attribute's argument is no int: the class does not compile, the one beside it does.
        var bad = FuzzCase.Of(Sound) with { Attribute = [new AttributeSaid("FrozenStages", ["nothing"])] };
        var sound = FuzzCase.Of(Sound);
        var failures = GeneratorBatch.Check([(sound, Pipeline.Run(sound)), (bad, Pipeline.Run(sound))]);
        Assert.Null(failures[0]);
        Assert.StartsWith("does not compile: CS", failures[1]!.Signature, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 1, 0, 4, 0)]
    [InlineData(3, 1, 0, 3, 0, 5)]
    [InlineData(0, 99, 0, 0, 0, 99)]
    public void A_place_that_is_none_is_seen(int start, int length, int startLine, int startColumn, int endLine, int endColumn) =>
        Assert.NotNull(Places.Wrong(new Site("x", start, length, startLine, startColumn, endLine, endColumn), "ab\ncd\n"));

    [Fact]
    public void A_place_in_the_text_is_none_of_them() =>
        Assert.Null(Places.Wrong(new Site("x", 3, 2, 1, 0, 1, 2), "ab\ncd\n"));

    [Fact]
    public void A_failing_case_is_made_smaller_and_fails_still()
    {
        var bad = FuzzCase.Of("# a comment\nblock: bottleneck\n" + Sound) with
        {
            Attribute = [new AttributeSaid("FrozenStages", ["nothing"]), new AttributeSaid("Depth", ["20"])],
        };
        var smallest = Minimiser.Minimise(bad, Minimiser.FailureOf(bad)!.Signature);
        Assert.Equal("FrozenStages", Assert.Single(smallest.Attribute).Name);
        Assert.DoesNotContain("comment", smallest.Main.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bottleneck", smallest.Main.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Shapes_of_code_differ_in_words_and_in_the_size_of_numbers_alone()
    {
        Assert.Equal(CodeShape.Of("x(12, 3)"), CodeShape.Of("x(4, 567)"));
        Assert.NotEqual(CodeShape.Of("x(12)"), CodeShape.Of("y(12)"));
        Assert.NotEqual(CodeShape.Of("x(12)"), CodeShape.Of("x(12345678901)"));
    }

    [Fact]
    public void Findings_are_features_whatever_numbers_they_name() => Assert.Equal(
        Rules.All(FuzzCase.Of("stages: [{ blocks: 0 }]\n")), Rules.All(FuzzCase.Of("stages: [{ blocks: 10001 }]\n")));

    private static class Rules
    {
        public static List<string> All(FuzzCase tried) => [.. Features.Of(tried, Pipeline.Run(tried))];
    }
}
