using System.Xml.Linq;
using ResNetGen.Training.Analyses;
using ResNetGen.Training.Data;
using ResNetGen.Training.Tests.Evaluation;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Training.Tests.Analyses;

public sealed class LayerResponseTests
{
    private static LayerResponses Measure(nn.Module<Tensor, Tensor> network, IImageSource images, int batchSize = 4, int? sample = null, int? crop = null) =>
        LayerResponses.Measure("net", network, images, EvaluatorTests.RecipeOf(new EvaluationView { Crop = crop, Crops = crop is null ? Crops.Center : Crops.Ten }, batchSize), new LoaderOptions { Workers = 0 }, sample: sample, cancellation: TestContext.Current.CancellationToken);

    private static List<string> Layers(nn.Module<Tensor, Tensor> network, int size = 8) => [.. Measure(network, new DrawnImages(2, 3, (size, size))).Layers.Select(l => l.Layer)];

    private static List<string> Sources(nn.Module<Tensor, Tensor> network, int size = 8)
    {
        using var input = randn(1, 3, size, size);
        var names = network.named_modules().ToDictionary(m => m.module, m => m.name);
        return [.. ResponseSites.Of(network, input).Select(s => names[s.Source])];
    }

    [Fact]
    public void Responses_are_those_behind_each_norm_over_all_pictures_at_once()
    {
        using var network = Fill.Of(new BasicNet(), 1);
        network.eval();
        var images = new DrawnImages(11, 3, (8, 8));

        // The definition, in one pass: the block's arithmetic written out, float64 moments of everything at once.
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var input = Stacked(images);
        var expected = new List<(double Deviation, double Mean)>();
        Tensor Seen(Tensor x)
        {
            var values = x.to(ScalarType.Float64).data<double>().ToArray();
            var mean = values.Average();
            expected.Add((Math.Sqrt(values.Average(v => (v - mean) * (v - mean))), mean));
            return x;
        }

        var x = Seen(network.Bn1.call(network.Conv1.call(input))).relu();
        var first = network.Layer1[0];
        var y = Seen(first.Bn1.call(first.Conv1.call(x))).relu();
        x = Seen(first.Bn2.call(first.Conv2.call(y))).add(x).relu();
        var second = (BasicNet.ProjectionBasicBlock)network.Layer2[0];
        y = Seen(second.Bn1.call(second.Conv1.call(x))).relu();
        Seen(second.Bn2.call(second.Conv2.call(y)));

        foreach (var batchSize in (int[])[11, 4, 1])
        {
            var measured = Measure(network, images, batchSize);
            Assert.Equal(11, measured.Images);
            Assert.Equal(["conv1", "layer1.0.conv1", "layer1.0.conv2", "layer2.0.conv1", "layer2.0.conv2"], measured.Layers.Select(l => l.Layer));
            Assert.Equal([1, 2, 3, 4, 5], measured.Layers.Select(l => l.Index));
            foreach (var (layer, (deviation, mean)) in measured.Layers.Zip(expected))
            {
                Assert.Equal(deviation, layer.Deviation, 1e-5);
                Assert.Equal(mean, layer.Mean, 1e-5);
            }
        }
    }

    [Fact]
    public void Streamed_moments_equal_those_of_one_pass()
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 10_000).Select(i => 1e6 + (random.NextDouble() * Math.Sqrt(i))).ToArray();
        var moments = new RunningMoments();
        for (int at = 0, step = 1; at < values.Length; at += step, step = (step * 7 % 501) + 1)
        {
            using var part = tensor(values[at..Math.Min(values.Length, at + step)]);
            moments.Add(part);
        }

        var mean = values.Average();
        Assert.Equal(mean, moments.Mean, 1e-8);
        Assert.Equal(Math.Sqrt(values.Average(v => (v - mean) * (v - mean))), moments.Deviation, 1e-8);
    }

    [Fact]
    public void Layers_are_found_in_networks_of_every_kind()
    {
        using var plain = new PlainNet();
        Assert.Equal(["conv1", "layer1.0.conv1", "layer1.0.conv2", "layer2.0.conv1", "layer2.0.conv2"], Layers(plain));
        Assert.Equal(["bn1", "layer1.0.bn1", "layer1.0.bn2", "layer2.0.bn1", "layer2.0.bn2"], Sources(plain));

        using var bottleneck = new BottleneckNet();
        Assert.Equal(["conv1", "layer1.0.conv2", "layer2.0.conv2"], Layers(bottleneck));
        Assert.Equal(["bn1", "layer1.0.bn2", "layer2.0.bn2"], Sources(bottleneck));

        // Where the next norm is another block's, or none comes before the addition, the convolution's own output counts.
        using var preact = new PreactNet();
        Assert.Equal(["conv1", "layer1.0.conv1", "layer1.0.conv2", "layer2.0.conv1", "layer2.0.conv2"], Layers(preact));
        Assert.Equal(["conv1", "layer1.0.bn2", "layer1.0.conv2", "layer2.0.bn2", "layer2.0.conv2"], Sources(preact));

        using var timm = new TimmPreactNet();
        Assert.Equal(["stem.conv", "stages.0.blocks.0.norm3", "stages.1.blocks.0.norm3"], Sources(timm));

        // Projections of 3x3 lie in the shortcut; frozen norms are modules of the generated class.
        using var frozen = new FrozenDeepNet();
        Assert.Equal(["conv1.0", "conv1.3", "conv1.6", "layer1.0.conv1", "layer1.0.conv2"], Layers(frozen, 16));
        Assert.Equal(["conv1.1", "conv1.4", "bn1", "layer1.0.bn1", "layer1.0.bn2"], Sources(frozen, 16));

        using var backbone = new GroupNormBackbone();
        Assert.Equal(["layer1.0.conv1", "layer1.0.conv2"], Layers(backbone, 32));
        Assert.Equal(["layer1.0.bn1", "layer1.0.bn2"], Sources(backbone, 32));
    }

    [Fact]
    public void No_hook_no_tensor_and_no_mode_is_left()
    {
        using var network = new BasicNet();
        network.train();
        network.Layer1.eval();
        var modes = network.named_modules().Select(m => m.module.training).ToList();
        using var input = randn(1, 3, 8, 8);
        var before = DisposeScopeManager.Statistics.TensorStatistics;
        var live = before.ThreadTotalLiveCount;
        Measure(network, new DrawnImages(5, 3, (8, 8)));
        Assert.Equal(live, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
        Assert.Equal(modes, network.named_modules().Select(m => m.module.training));

        // A hook that was left would make tensors of its own: a call after a measurement makes as many as one before.
        network.eval();
        long Made()
        {
            var start = before.CreatedOutsideScopeCount + before.CreatedInScopeCount;
            using var _ = no_grad();
            network.call(input).Dispose();
            return before.CreatedOutsideScopeCount + before.CreatedInScopeCount - start;
        }

        var made = Made();
        Measure(network, new DrawnImages(5, 3, (8, 8)));
        Assert.Equal(made, Made());
        Assert.Throws<OperationCanceledException>(() => LayerResponses.Measure("net", network, new DrawnImages(5, 3, (8, 8)), EvaluatorTests.RecipeOf(new EvaluationView()), new LoaderOptions(), cancellation: new CancellationToken(canceled: true)));
        Assert.Equal(made, Made());
    }

    [Fact]
    public void A_sample_is_spread_over_all_pictures()
    {
        using var network = new BasicNet();
        var images = new DrawnImages(100, 3, (9, 9));
        var sampled = Measure(network, images, sample: 7, crop: 8);
        Assert.Equal((7, 7), (sampled.Images, images.Reads));
        Assert.Equal(20, Measure(network, new DrawnImages(20, 3, (8, 8)), sample: 50).Images);
        Assert.Throws<ArgumentOutOfRangeException>(() => Measure(network, images, sample: 0));
        Assert.Contains("no pictures", Assert.Throws<ArgumentException>(() => Measure(network, new DrawnImages(0, 3, (8, 8)))).Message, StringComparison.Ordinal);
        using var without = nn.Conv2d(3, 3, 1);
        Assert.Contains("no 3x3", Assert.Throws<NotSupportedException>(() => Measure(without, new DrawnImages(1, 3, (8, 8)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_networks_stand_side_by_side()
    {
        LayerResponses[] networks =
        [
            new("deep, narrow", 9, [new LayerResponse(1, "conv1", 0.5, 0.1), new LayerResponse(2, "layer1.0.conv1", 2, 0), new LayerResponse(3, "layer1.0.conv2", 0.25, -1)]),
            new("shallow", 9, [new LayerResponse(1, "conv1", 1.23456, 0), new LayerResponse(2, "layer1.0.conv2", 0.5, 0)]),
        ];
        Assert.Equal(
            """
            #  layer           deep, narrow  shallow
            1  conv1                 0.5000   1.2346
            2                        2.0000   0.5000
            3  layer1.0.conv2        0.2500
               mean                  0.9167   0.8673

            """.ReplaceLineEndings("\n"),
            LayerResponseReport.Table(networks));
        Assert.Equal(
            """
            network,index,layer,deviation,mean,rank
            "deep, narrow",1,conv1,0.5,0.1,2
            "deep, narrow",2,layer1.0.conv1,2,0,1
            "deep, narrow",3,layer1.0.conv2,0.25,-1,3
            shallow,1,conv1,1.23456,0,1
            shallow,2,layer1.0.conv2,0.5,0,2

            """.ReplaceLineEndings("\n"),
            LayerResponseReport.Csv(networks));
        var texts = XDocument.Parse(LayerResponseReport.Svg(networks)).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();
        Assert.Equal(2, texts.Count(t => t == "deep, narrow"));
        Assert.Contains("layer, sorted by size", texts);
    }

    private static Tensor Stacked(DrawnImages images)
    {
        var normal = Normalization.Cifar10;
        var values = new float[images.Count * 3 * 64];
        for (var i = 0; i < images.Count; i++)
        {
            var pixels = images.Read(i).Pixels;
            for (var at = 0; at < 64; at++)
            {
                for (var c = 0; c < 3; c++)
                    values[(((i * 3) + c) * 64) + at] = ((pixels[(at * 3) + c] / 255f) - normal.Mean[c]) / normal.Deviation[c];
            }
        }

        return tensor(values, [images.Count, 3, 8, 8]);
    }
}
