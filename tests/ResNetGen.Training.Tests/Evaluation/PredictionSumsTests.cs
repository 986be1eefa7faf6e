using ResNetGen.Training.Evaluation;

namespace ResNetGen.Training.Tests.Evaluation;

public sealed class PredictionSumsTests
{
    private static PredictionSums Of(int label, params double[][] looks)
    {
        var sums = new PredictionSums(1);
        foreach (var look in looks)
            sums.Add(0, label, look);

        return sums;
    }

    [Fact]
    public void Among_equals_the_class_that_is_named_first_comes_first()
    {
        double[] logits = [1, 2, 2, 2, 0, 0, 0];
        Assert.Equal([false, true, false, false, false, false, false], Enumerable.Range(0, 7).Select(label => Of(label, logits).IsAmongFirst(0, label, 1)));
        Assert.Equal([true, true, true, true, true, false, false], Enumerable.Range(0, 7).Select(label => Of(label, logits).IsAmongFirst(0, label, 5)));
    }

    [Fact]
    public void With_no_more_classes_than_places_everything_is_among_the_first()
    {
        foreach (var label in (int[])[0, 1, 2, 3, 4])
            Assert.True(Of(label, [4, 3, 2, 1, 0]).IsAmongFirst(0, label, 5));
    }

    [Fact]
    public void A_network_that_says_no_number_is_never_right()
    {
        var sums = Of(0, [1, double.NaN, 0]);
        Assert.False(sums.IsAmongFirst(0, 0, 1));
        Assert.False(sums.IsAmongFirst(0, 0, 5));
        Assert.True(double.IsNaN(sums.Loss(0)));
    }

    [Fact]
    public void The_loss_is_that_of_the_mean_probability_even_where_it_is_no_number_of_double()
    {
        var mean = ((Math.Exp(1) / (Math.Exp(1) + 1)) + (Math.Exp(-2) / (Math.Exp(-2) + 1))) / 2;
        Assert.Equal(-Math.Log(mean), Of(1, [0, 1], [2, 0]).Loss(0), 12);
        Assert.Equal([1 - mean, mean], Of(1, [0, 1], [2, 0]).Probabilities(0).Select(p => Math.Round(p, 12)).ToArray(), (a, b) => Math.Abs(a - b) < 1e-11);
        Assert.Equal(2000, Of(1, [2000, 0]).Loss(0), 9);
        Assert.Equal(2000 + Math.Log(2), Of(1, [2000, 0], [4000, 0]).Loss(0), 9);
    }
}
