namespace ResNetGen.Benchmarks.Tests;

public class SamplesTests
{
    [Theory]
    [InlineData(new double[] { 5 }, 5, 5)]
    [InlineData(new double[] { 9, 1, 4 }, 4, 1)]
    [InlineData(new double[] { 9, 1, 4, 2 }, 3, 1)]
    public void The_median_is_the_middle_one_or_the_mean_of_both(double[] values, double median, double minimum)
    {
        var samples = Of(values);
        Assert.Equal((median, minimum, values.Length), (samples.Median, samples.Minimum, samples.Count));
    }

    [Theory]
    [InlineData(new double[] { 2, 2, 2, 2, 2, 2 }, 0)]
    // Thirds: 1 1, 1 1, 3 3.
    [InlineData(new double[] { 1, 1, 1, 1, 3, 3 }, 2)]
    // One that is off does not move its third's median.
    [InlineData(new double[] { 1, 1, 90, 1, 1, 1, 1, 1, 1 }, 0)]
    [InlineData(new double[] { 4, 5 }, 0.25)]
    public void The_spread_is_how_far_the_thirds_lie_apart(double[] values, double spread) =>
        Assert.Equal(spread, Of(values).Spread, 12);

    [Fact]
    public void Nothing_that_takes_time_has_no_spread() => Assert.Equal(0, Of([0, 0, 0]).Spread);

    internal static Samples Of(params double[] values)
    {
        var samples = new Samples();
        foreach (var value in values)
            samples.Add(value);

        return samples;
    }
}
