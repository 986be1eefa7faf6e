namespace ResNetGen.Benchmarks.Tests;

public class ArgumentsTests
{
    [Theory]
    [InlineData("", false, true)]
    [InlineData("--quick", true, false)]
    [InlineData("--quick --write", true, true)]
    [InlineData("--no-write", false, false)]
    [InlineData("--write", false, true)]
    public void Reports_are_written_unless_few_rounds_or_one_says_otherwise(string line, bool quick, bool writes)
    {
        var arguments = Parse(line);
        Assert.Equal((quick, writes), (arguments.Quick, arguments.Writes));
        Assert.Equal(Arguments.AllSubjects, arguments.Subjects);
    }

    [Fact]
    public void Named_subjects_are_measured_in_their_own_order_and_once() =>
        Assert.Equal(["inference", "training"], Parse("training --quick inference training").Subjects);

    [Theory]
    [InlineData("inferense", "inferense")]
    [InlineData("training --fast", "--fast")]
    public void What_is_unknown_is_told(string line, string expected)
    {
        Assert.Null(Arguments.Parse(line.Split(' '), out var unknown));
        Assert.Equal(expected, unknown);
    }

    private static Arguments Parse(string line)
    {
        var arguments = Arguments.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), out var unknown);
        Assert.Null(unknown);
        return arguments!;
    }
}
