using ResNetGen.Training.Data;
using ResNetGen.Training.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly Normalization Colors = Normalization.Cifar10;

    internal static Recipe RecipeOf(EvaluationView view, int batchSize = 4) => new()
    {
        Name = "test",
        BatchSize = batchSize,
        Length = TrainingLength.Iterations(1),
        LearningRate = new LearningRatePlan(),
        Normalization = Colors,
        Evaluation = view,
    };

    private static TinyNet Network()
    {
        var network = Fill.Of(new TinyNet(), 3);
        network.eval();
        return network;
    }

    private static Measurement Measure(nn.Module<Tensor, Tensor> network, IImageSource images, EvaluationView view, LoaderOptions? loading = null, int batchSize = 4) =>
        new Evaluator(RecipeOf(view, batchSize), loading ?? new LoaderOptions(), "cpu").Measure(network, images, cancellation: TestContext.Current.CancellationToken);

    [Fact]
    public void Whole_pictures_of_one_size_are_measured_as_the_definition_says()
    {
        using var network = Network();
        var images = new DrawnImages(11, 7, (8, 8));
        var expected = Definition.Of(images, i => Definition.Softmax(network, images.Read(i), Colors, 0, 0, 8, 8, false));
        Definition.AssertEqual(expected, Measure(network, images, new EvaluationView()));
        Assert.InRange(expected.Top1Error, 0.1, 0.99);
        Assert.InRange(expected.Top5Error, 0.01, expected.Top1Error - 0.01);
    }

    [Fact]
    public void The_centre_of_pictures_of_any_size_is_cut_out_with_halves_rounded_to_even()
    {
        using var network = Network();
        var images = new DrawnImages(9, 7, (9, 8), (11, 13), (8, 15));
        var expected = Definition.Of(images, i =>
        {
            // As torchvision's center_crop: int(round((size - crop) / 2.0)); 1 becomes 0, 3 becomes 2, 5 and 7 become 2 and 4.
            var image = images.Read(i);
            int[] half = [0, 0, 1, 2, 2, 2, 3, 4];
            return Definition.Softmax(network, image, Colors, half[image.Width - 8], half[image.Height - 8], 8, 8, false);
        });
        Definition.AssertEqual(expected, Measure(network, images, new EvaluationView { Crop = 8 }));
    }

    [Fact]
    public void Ten_crops_are_the_mean_of_ten_softmax_outputs()
    {
        using var network = Network();
        var images = new DrawnImages(7, 7, (12, 11), (9, 14));
        var expected = Definition.Of(images, i =>
        {
            var image = images.Read(i);
            var (right, bottom) = (image.Width - 8, image.Height - 8);
            var center = ((int)Math.Round(right / 2.0), (int)Math.Round(bottom / 2.0));
            (int Left, int Top)[] places = [(0, 0), (right, 0), (0, bottom), (right, bottom), center];
            return Definition.Mean(places.SelectMany(p => new[] { false, true }.Select(m => Definition.Softmax(network, image, Colors, p.Left, p.Top, 8, 8, m))));
        });
        Definition.AssertEqual(expected, Measure(network, images, new EvaluationView { Crop = 8, Crops = Crops.Ten }));
    }

    [Fact]
    public void Whole_pictures_and_their_mirror_images_are_averaged_after_softmax()
    {
        using var network = Network();
        var images = new DrawnImages(7, 7, (12, 11), (9, 14));
        var expected = Definition.Of(images, i =>
        {
            var image = images.Read(i);
            return Definition.Mean(new[] { false, true }.Select(m => Definition.Softmax(network, image, Colors, 0, 0, image.Width, image.Height, m)));
        });
        Definition.AssertEqual(expected, Measure(network, images, new EvaluationView { Crops = Crops.Whole }));
    }

    [Fact]
    public void Several_scales_are_averaged_whole_with_mirror_images_or_cropped()
    {
        using var network = Network();
        var images = new DrawnImages(7, 7, (12, 11), (9, 14));
        int[] scales = [8, 13];
        var whole = Definition.Of(images, i => Definition.Mean(scales.SelectMany(s =>
        {
            var image = Resampler.ResizeShorterSide(images.Read(i), s);
            return new[] { false, true }.Select(m => Definition.Softmax(network, image, Colors, 0, 0, image.Width, image.Height, m));
        })));
        Definition.AssertEqual(whole, Measure(network, images, new EvaluationView { Scales = scales, Crops = Crops.Whole }));

        var center = Definition.Of(images, i => Definition.Mean(scales.Select(s =>
        {
            var image = Resampler.ResizeShorterSide(images.Read(i), s);
            return Definition.Softmax(network, image, Colors, (int)Math.Round((image.Width - 8) / 2.0), (int)Math.Round((image.Height - 8) / 2.0), 8, 8, false);
        })));
        Definition.AssertEqual(center, Measure(network, images, new EvaluationView { Scales = scales, Crop = 8 }));
        Assert.NotEqual(whole.Loss, center.Loss, 1e-3);
    }

    [Theory]
    [InlineData(500, 375, 256, 341, 256)]
    [InlineData(375, 500, 224, 224, 298)]
    [InlineData(640, 427, 480, 719, 480)]
    [InlineData(101, 67, 224, 337, 224)]
    public void Longer_sides_are_rounded_down_as_torchvision_does(int width, int height, int scale, int expectedWidth, int expectedHeight)
    {
        var maker = new ViewBatchMaker(new DrawnImages(1, 7, (width, height)), new ViewPlan(new EvaluationView { Scales = [scale] }), Colors, CorruptPolicy.Fail);
        using var batch = maker.Make(0, 1);
        Assert.Equal([1, 3, expectedHeight, expectedWidth], Assert.Single(batch.Stacks).Images.shape);
    }

    [Fact]
    public void Batches_are_so_large_that_the_network_sees_about_as_much_at_once_as_in_training()
    {
        static int Pictures(EvaluationView view) => new ViewPlan(view).PicturesPerBatch(256);
        Assert.Equal(256, Pictures(new EvaluationView { Crop = 224, Scales = [256] }));
        Assert.Equal(25, Pictures(new EvaluationView { Crop = 224, Scales = [256], Crops = Crops.Ten }));
        Assert.Equal(15, Pictures(new EvaluationView { Scales = [224, 256, 384, 480, 640], Crops = Crops.Whole }));
        Assert.Equal(1, new ViewPlan(new EvaluationView { Crop = 8, Crops = Crops.Ten }).PicturesPerBatch(4));
    }

    [Fact]
    public void The_measurement_is_the_same_to_the_bit_whatever_the_number_of_workers()
    {
        using var network = Network();
        var images = new DrawnImages(23, 7, (12, 11), (9, 14));
        var view = new EvaluationView { Crop = 8, Crops = Crops.Ten };
        var expected = Measure(network, images, view, new LoaderOptions { Workers = 0 });
        foreach (var workers in (int[])[1, 1, 3])
            Assert.Equal(expected, Measure(network, images, view, new LoaderOptions { Workers = workers, QueueLength = 2 }));
    }

    [Fact]
    public void Every_module_is_afterwards_in_the_mode_in_which_it_was_and_no_tensor_is_left()
    {
        using var network = Network();
        network.train();
        network.Layer1.eval();
        network.Layer2[0].Bn1.eval();
        var modes = network.named_modules().Select(m => (m.name, m.module.training)).ToList();
        Assert.Contains(modes, m => m.training);
        var mean = network.Bn1.running_mean!.data<float>().ToArray();
        var live = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        var images = new DrawnImages(5, 7, (8, 8));
        var measured = Measure(network, images, new EvaluationView(), new LoaderOptions { Workers = 0 });
        Assert.Equal(live, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        Assert.Equal(modes, network.named_modules().Select(m => (m.name, m.module.training)));
        Assert.True(network.training);
        Assert.Equal(mean, network.Bn1.running_mean!.data<float>().ToArray());
        network.eval();
        Assert.Equal(Measure(network, images, new EvaluationView()), measured);
    }

    [Fact]
    public void Processes_share_the_pictures_and_each_gets_the_measurement_of_all()
    {
        using var network = Network();
        var images = new DrawnImages(11, 7, (8, 8));
        var evaluator = new Evaluator(RecipeOf(new EvaluationView()), new LoaderOptions(), "cpu");
        var alone = evaluator.Measure(network, images, cancellation: TestContext.Current.CancellationToken);
        var reads = images.Reads;
        var sums = new List<double[]>();
        for (var rank = 0; rank < 3; rank++)
        {
            using var group = new RecordedGroup(rank, 3, sums);
            var shared = evaluator.Measure(network, images, group, TestContext.Current.CancellationToken);
            if (rank == 2)
                Definition.AssertEqual(alone, shared);
        }

        Assert.Equal(2 * reads, images.Reads);
        Assert.Equal([3, 4, 4], sums.Select(s => s[0]).Order());
    }

    [Fact]
    public void A_corrupt_picture_is_an_error_or_is_not_counted_as_asked()
    {
        using var network = Network();
        var images = new DrawnImages(9, 7, (8, 8)) { Corrupt = { 4, 8 } };
        var error = Assert.Throws<CorruptImageException>(() => Measure(network, images, new EvaluationView()));
        Assert.Equal("noise, picture 4 ends too early", error.Message);

        var evaluator = new Evaluator(RecipeOf(new EvaluationView()), new LoaderOptions { Corrupt = CorruptPolicy.Skip }, "cpu");
        var measured = evaluator.Measure(network, images, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(7, measured.Images);
        Assert.Equal([4, 8], evaluator.Skipped.Select(s => s.Index));
    }

    [Fact]
    public void A_batch_of_corrupt_pictures_only_is_passed_over()
    {
        using var network = Network();
        var images = new DrawnImages(3, 7, (8, 8)) { Corrupt = { 0, 1, 2 } };
        var measured = Measure(network, images, new EvaluationView(), new LoaderOptions { Corrupt = CorruptPolicy.Skip });
        Assert.Equal(new Measurement(0, double.NaN, double.NaN, double.NaN), measured);
    }

    [Fact]
    public async Task A_measurement_ends_when_it_is_asked_to_end()
    {
        using var network = Network();
        using var source = new CancellationTokenSource();
        var images = new DrawnImages(1_000_000, 7, (8, 8));
        var measuring = Task.Run(() => new Evaluator(RecipeOf(new EvaluationView()), new LoaderOptions { Workers = 2 }, "cpu").Measure(network, images, cancellation: source.Token), TestContext.Current.CancellationToken);
        while (images.Reads < 20)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => measuring);
        Assert.InRange(images.Reads, 20, 900_000);
    }

    [Fact]
    public void What_cannot_be_seen_as_asked_is_one_clear_error()
    {
        using var network = Network();
        var images = new DrawnImages(3, 7, (8, 8));
        static string Refused(EvaluationView view) => Assert.Throws<ArgumentException>(() => new Evaluator(RecipeOf(view), new LoaderOptions(), "cpu")).Message;
        Assert.Contains("ten crops need", Refused(new EvaluationView { Crops = Crops.Ten }), StringComparison.Ordinal);
        Assert.Contains("are not cropped", Refused(new EvaluationView { Crops = Crops.Whole, Crop = 8 }), StringComparison.Ordinal);
        Assert.Contains("no room for a crop of 8", Refused(new EvaluationView { Scales = [9, 7], Crop = 8 }), StringComparison.Ordinal);
        Assert.Contains("no crop", Refused(new EvaluationView { Crop = 0 }), StringComparison.Ordinal);
        Assert.Contains("no scale", Refused(new EvaluationView { Scales = [-1] }), StringComparison.Ordinal);

        var small = Assert.Throws<InvalidDataException>(() => Measure(network, images, new EvaluationView { Crop = 9 }));
        Assert.StartsWith("noise, picture 0: 8x8 pixels have no room for the evaluation's crop of 9x9", small.Message, StringComparison.Ordinal);

        var label = Assert.Throws<InvalidDataException>(() => Measure(network, new LateLabel(), new EvaluationView()));
        Assert.Equal("noise, picture 1: class 8, but the network knows classes 0 to 6", label.Message);

        using var fixedHead = new FixedHeadNet();
        Assert.InRange(Measure(fixedHead, images, new EvaluationView { Crops = Crops.Whole }).Top1Error, 0, 1);
        var scales = Assert.Throws<NotSupportedException>(() => Measure(fixedHead, images, new EvaluationView { Scales = [8, 16], Crops = Crops.Whole }));
        Assert.Contains("pool_kernel", scales.Message, StringComparison.Ordinal);

        using var headless = new HeadlessNet();
        Assert.Contains("not [3, 8, 4, 4]", Assert.Throws<NotSupportedException>(() => Measure(headless, images, new EvaluationView())).Message, StringComparison.Ordinal);
    }

    private sealed class LateLabel : IImageSource
    {
        private readonly DrawnImages _images = new(2, 7, (8, 8));

        public string Name => _images.Name;

        public int Count => 2;

        public IReadOnlyList<string> Classes => _images.Classes;

        public int Label(int index) => 8 * index;

        public RgbImage Read(int index) => _images.Read(index);

        public string Describe(int index) => _images.Describe(index);
    }
}
