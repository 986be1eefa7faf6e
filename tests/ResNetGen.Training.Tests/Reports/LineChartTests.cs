using System.Globalization;
using System.Xml.Linq;
using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Tests.Reports;

public sealed class LineChartTests
{
    private static LineChart Chart(IReadOnlyList<(double X, double Y)> points, ChartAxis? x = null, ChartAxis? y = null) => new()
    {
        Title = "errors",
        X = x ?? new ChartAxis("steps"),
        Y = y ?? new ChartAxis("error (%)"),
        Series = [new ChartSeries("test", points, 0)],
    };

    private static List<string> Texts(LineChart chart) =>
        [.. XDocument.Parse(chart.ToSvg()).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value)];

    [Fact]
    public void Ticks_are_round_numbers_around_what_is_shown()
    {
        Assert.Equal(["10k", "20k", "30k", "40k", "50k", "60k", "70k"], Texts(Chart([(391, 7), (64000, 61)])).Where(t => t.EndsWith('k')));
        Assert.Equal([0.1, 0.2, 0.3], Ticks.Of(new ChartAxis(""), [0.1, 0.3], 3).Values);
        Assert.Equal([1, 2, 3, 4], Ticks.Of(new ChartAxis("") { IsWhole = true }, [1, 4], 30).Values);
        Assert.Equal([0, 5, 10, 15, 20], Ticks.Of(new ChartAxis("") { Min = 0, Max = 20 }, [3, 90], 5).Values);
        Assert.Equal([4, 5], Ticks.Of(new ChartAxis(""), [4], 1).Values);
    }

    [Fact]
    public void A_logarithmic_axis_has_equal_lengths_for_equal_factors()
    {
        var ticks = Ticks.Of(new ChartAxis("") { IsLogarithmic = true }, [0, -3, 0.03, 4], 5);
        Assert.Equal([0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5], ticks.Values);
        Assert.Equal(ticks.Share(0.2) - ticks.Share(0.1), ticks.Share(2) - ticks.Share(1), 12);
        Assert.Equal([1, 10, 100, 1000, 10000], Ticks.Of(new ChartAxis("") { IsLogarithmic = true }, [1, 9999], 5).Values);
    }

    [Fact]
    public void What_is_no_number_interrupts_the_line()
    {
        var svg = Chart([(0, 1), (1, double.NaN), (2, 1), (3, 2)]).ToSvg();
        Assert.Equal(2, svg.Split('\n').Single(l => l.StartsWith("<path d=\"M0 ", StringComparison.Ordinal)).Count(c => c == 'M'));
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_escaped_and_the_text_is_the_same_under_any_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var chart = Chart([(0, 0.25), (1.5, 0.75)]) with { Title = "<a & \"b\"\u0001>" };
        var expected = chart.ToSvg();
        Assert.Contains("<a & \"b\"?>", Texts(chart));
        try
        {
            CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture.NumberFormat.NegativeSign = "~";
            Assert.Equal(expected, chart.ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Nothing_to_show_is_a_chart_all_the_same() => Assert.NotNull(XDocument.Parse(Chart([]).ToSvg()).Root);
}
