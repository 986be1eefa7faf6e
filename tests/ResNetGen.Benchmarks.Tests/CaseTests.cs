namespace ResNetGen.Benchmarks.Tests;

public class CaseTests
{
    [Fact]
    public void All_are_compared_with_the_first()
    {
        var measured = Of(Side("ours", [2, 4, 6]), Side("other", [5, 8, 8], aim: 0.5));
        Assert.Equal((0.5, 0.4), (measured.RatioOfMedians(measured.Sides[1]), measured.RatioOfMinima(measured.Sides[1])));
    }

    [Theory]
    [InlineData(0.5, 0, "reached")]
    [InlineData(0.49, 0, "missed")]
    [InlineData(0.5, 0.06, "reached, noisy")]
    [InlineData(0.49, 0.06, "missed, noisy")]
    public void An_aim_is_the_highest_ratio_that_reaches_it(double aim, double others, string verdict)
    {
        var measured = Of(Side("ours", [4, 4, 4]), Side("other", [8, 8, 8], aim));
        measured.Others = others;
        Assert.Equal(("", verdict), (measured.Verdict(measured.Sides[0]), measured.Verdict(measured.Sides[1])));
    }

    [Theory]
    [InlineData(4, "reached")]
    [InlineData(3.9, "missed")]
    public void A_limit_is_the_longest_median_that_reaches_it(double limit, string verdict)
    {
        var measured = Of(new Side("ours") { Limit = limit });
        measured.Sides[0].Add(new Sample(4, 1));
        Assert.Equal(verdict, measured.Verdict(measured.Sides[0]));
    }

    [Fact]
    public void One_noisy_side_makes_a_case_noisy()
    {
        Assert.False(Of(Side("ours", [4, 4, 4]), Side("other", [8, 8, 8])).IsNoisy);
        Assert.True(Of(Side("ours", [4, 4, 4]), Side("other", [8, 8, 9])).IsNoisy);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void Each_side_takes_each_place_as_often_as_any_other(int sides)
    {
        var rounds = Enumerable.Range(0, 2 * sides).Select(r => Rounds.Order(r, sides).ToArray()).ToList();
        Assert.All(rounds, r => Assert.Equal(Enumerable.Range(0, sides), r.Order()));
        for (var place = 0; place < sides; place++)
            Assert.All(rounds.CountBy(r => r[place]), c => Assert.Equal(2, c.Value));
    }

    [Fact]
    public void A_table_has_a_line_for_each_side_and_no_column_without_values()
    {
        var measured = Of(Side("ours", [0.002, 0.004, 0.006]), Side("other", [0.005, 0.008, 1], aim: 0.5));
        measured.Sides[0].Peak = 123.456;
        Assert.Equal(
            """
            | Measured | By | Unit | Median | Minimum | CPU | First by this | Of minima | Aim | Verdict | Peak with start | Spread | Others |
            |---|---|---|---:|---:|---:|---:|---:|---:|---|---:|---:|---:|
            | work | ours | ms | 4.00 | 2.00 | 8.00 |  |  |  |  | 123.5 | 19900% | 0% |
            |  | other | ms | 8.00 | 5.00 | 16.00 | 0.500 | 0.400 | 0.500 | reached, noisy |  |  |  |

            """.ReplaceLineEndings("\n"),
            CaseTable.Of([measured]));
    }

    private static Case Of(params Side[] sides) => new("work", "ms", Case.Milliseconds, sides);

    private static Side Side(string name, double[] wall, double? aim = null)
    {
        var side = new Side(name) { Aim = aim };
        foreach (var seconds in wall)
            side.Add(new Sample(seconds, 2 * seconds));

        return side;
    }
}
