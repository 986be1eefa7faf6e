using System.Globalization;
using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Training.Evaluation;
using static TorchSharp.torch;

namespace ResNetGen.Benchmarks;

/// <summary>How often the twin in bfloat16 says the class that the twin in float32 says: ResNet-20, trained a little, on drawn pictures that it did not learn from.</summary>
internal static class Agreement
{
    /// <summary>Measures: on how many of so many pictures both say the same, and the errors of either.</summary>
    public static string Measure(string folder, int pictures)
    {
        var data = ImageSources.Open(string.Create(CultureInfo.InvariantCulture, $"synthetic:4000,{pictures}"));
        var recipe = new Recipe
        {
            Name = "agreement",
            BatchSize = 64,
            Length = TrainingLength.Iterations(60),
            LearningRate = new LearningRatePlan { Schedule = new CosineSchedule() },
            Normalization = new Normalization([0.5f, 0.5f, 0.5f], [0.25f, 0.25f, 0.25f]),
            Evaluation = new EvaluationView { Every = TrainingLength.Iterations(60) },
        };
        using var network = new CifarResNet20();
        using (enable_grad())
            new Trainer(network, nameof(CifarResNet20), recipe, data with { Test = null }, new TrainingOptions { Folder = Path.Combine(folder, "agreement") }).Run();

        using var single = network.ToInference();
        using var half = network.ToInference(new InferenceOptions { Precision = InferencePrecision.BFloat16 });
        using var both = new Both(single, half);
        var evaluator = new Evaluator(recipe, new LoaderOptions(), "cpu");
        var error = evaluator.Measure(single, data.Test!).Top1Error;
        var errorOfHalf = evaluator.Measure(both, data.Test!).Top1Error;
        return string.Create(CultureInfo.InvariantCulture, $"{both.Same} {pictures} {error:R} {errorOfHalf:R}");
    }

    /// <summary>Says what the second says, and counts where the first says the same.</summary>
    private sealed class Both(nn.Module<Tensor, Tensor> first, nn.Module<Tensor, Tensor> second) : nn.Module<Tensor, Tensor>(nameof(Both))
    {
        public long Same { get; private set; }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var told = second.call(input);
            Same += first.call(input).argmax(1).eq(told.argmax(1)).sum().item<long>();
            return told.MoveToOuterDisposeScope();
        }
    }
}
