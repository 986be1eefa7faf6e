using ResNetGen.Training.Data;
using ResNetGen.Training.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Evaluation;

public sealed class EnsembleTests
{
    private static readonly EvaluationView View = new() { Crop = 8, Crops = Crops.Ten };

    private static Evaluator Evaluator() => new(EvaluatorTests.RecipeOf(View), new LoaderOptions { Corrupt = CorruptPolicy.Skip }, "cpu");

    private static nn.Module<Tensor, Tensor> Member(int seed) =>
        Fill.Of<nn.Module<Tensor, Tensor>>(seed % 2 == 0 ? new TinyNet() : new TinyBottleneckNet(), seed);

    [Fact]
    public void An_ensemble_is_the_mean_of_the_softmax_outputs_of_its_networks()
    {
        using var one = Member(1);
        using var two = Member(2);
        using var three = Member(3);
        nn.Module<Tensor, Tensor>[] members = [one, two, three];
        foreach (var member in members)
            member.eval();

        var images = new DrawnImages(6, 7, (8, 8));
        var expected = Definition.Of(images, i => Definition.Mean(members.Select(m => Definition.Softmax(m, images.Read(i), Normalization.Cifar10, 0, 0, 8, 8, false))));
        var whole = new Evaluator(EvaluatorTests.RecipeOf(new EvaluationView()), new LoaderOptions(), "cpu");
        Definition.AssertEqual(expected, whole.Measure(Ensemble.Of(members), images, cancellation: TestContext.Current.CancellationToken));
        var alone = whole.Measure(two, images, cancellation: TestContext.Current.CancellationToken);
        Assert.NotEqual(expected.Loss, alone.Loss, 1e-3);
    }

    [Fact]
    public void One_network_at_a_time_measures_the_same_to_the_bit_and_holds_one_at_most()
    {
        using var one = Member(1);
        using var two = Member(2);
        var images = new DrawnImages(9, 7, (12, 11), (9, 14)) { Corrupt = { 4 } };
        var evaluator = Evaluator();
        var together = evaluator.Measure(Ensemble.Of(one, two), images, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(8, together.Images);
        Assert.Equal([4], evaluator.Skipped.Select(s => s.Index));
        var reads = images.Reads;

        var disposed = new List<int>();
        var made = new List<int>();
        Func<nn.Module<Tensor, Tensor>> Maker(int seed) => () =>
        {
            Assert.Equal(made.Count, disposed.Count);
            made.Add(seed);
            return new Watched(Member(seed), () => disposed.Add(seed));
        };

        var inTurn = evaluator.Measure(Ensemble.OneAtATime(Maker(1), Maker(2)), images, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(together, inTurn);
        Assert.Equal([1, 2], disposed);
        Assert.Equal([4], evaluator.Skipped.Select(s => s.Index));
        Assert.Equal(3 * reads, images.Reads);
    }

    [Fact]
    public void Predictions_are_probabilities_and_leave_nothing_behind()
    {
        using var one = Member(1);
        using var two = Member(2);
        two.eval();
        using var input = randn(3, 3, 8, 8);
        var live = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        using (var probabilities = Ensemble.Of(one, two).Predict(input))
        {
            Assert.Equal(live + 1, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
            one.eval();
            using var scope = NewDisposeScope();
            using var _ = no_grad();
            var expected = one.call(input).softmax(1).add(two.call(input).softmax(1)).div(2).to(ScalarType.Float64);
            Assert.True(expected.allclose(probabilities, 1e-5, 1e-6));
        }
    }

    [Fact]
    public void Networks_of_different_classes_or_none_are_refused()
    {
        using var one = Member(2);
        using var two = new OtherClasses();
        var images = new DrawnImages(2, 5, (8, 8));
        var together = Assert.Throws<NotSupportedException>(() => Evaluator().Measure(Ensemble.Of(one, two), images, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal("networks of 7 and of 5 classes do not make an ensemble", together.Message);
        var inTurn = Assert.Throws<NotSupportedException>(() => Evaluator().Measure(Ensemble.OneAtATime(() => Member(2), () => new OtherClasses()), images, cancellation: TestContext.Current.CancellationToken));
        Assert.Equal(together.Message, inTurn.Message);
        using var input = randn(1, 3, 8, 8);
        Assert.Equal(together.Message, Assert.Throws<NotSupportedException>(() => Ensemble.Of(one, two).Predict(input)).Message);
        Assert.Contains("at least one network", Assert.Throws<ArgumentException>(() => Ensemble.Of()).Message, StringComparison.Ordinal);
    }

    private sealed class Watched : nn.Module<Tensor, Tensor>
    {
        private readonly nn.Module<Tensor, Tensor> _inner;
        private readonly Action _disposed;

        public Watched(nn.Module<Tensor, Tensor> inner, Action disposed)
            : base("Watched")
        {
            _inner = inner;
            _disposed = disposed;
            register_module("inner", inner);
        }

        public override Tensor forward(Tensor input) => _inner.call(input);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _disposed();

            base.Dispose(disposing);
        }
    }
}
