using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace FineTuning;

/// <summary>A detector on the weights that are there, as Faster R-CNN has it: norms, stem and first stage stay as they are.</summary>
internal static class DetectorBackbone
{
    private const int TestScenes = 200;

    /// <summary>Trains the detector a little.</summary>
    /// <returns>Whether it learnt, and what was to stay stayed.</returns>
    public static bool Run(TrainingData drawn, string weights)
    {
        var recipe = SampleRecipes.Find("detect");
        using var detector = new Detector();
        detector.Backbone.LoadWeights(weights, new LoadOptions { IgnoreHead = true });
        var before = NamedBytes.Of(detector.Backbone);
        var test = new Scenes(drawn.Test!, recipe);
        Console.WriteLine("Detector learns where a picture is, on ShapeBackbone's C3, C4 and C5:");
        var first = ShareFound(detector, test);

        using var optimizer = ParameterGroups.Optimizer(detector, recipe);
        var rates = new LearningRateControl(recipe, recipe.Length.Count, stepsPerEpoch: recipe.Length.Count);
        var (scenes, random) = (new Scenes(drawn.Training, recipe), new Random((int)recipe.Seed));
        string? gradients = null;
        while (rates.Step < recipe.Length.Count)
        {
            using var scope = torch.NewDisposeScope();
            var (pictures, scores, _) = scenes.Draw(recipe.BatchSize, random);
            detector.train();
            optimizer.zero_grad();
            var loss = nn.functional.mse_loss(detector.call(pictures), scores);
            gradients ??= WithGradients(detector.Backbone, loss);
            loss.backward();
            ParameterGroups.SetRate(optimizer, rates.Rate);
            optimizer.step();
            rates.Stepped(loss.item<float>());
        }

        var last = ShareFound(detector, test);
        var changed = before.PartsThatDiffer(detector.Backbone);
        Console.WriteLine($"  the highest score is in the right corner of {first:P1} of {TestScenes} scenes before, {last:P1} after {rates.Step} steps");
        Console.WriteLine($"  gradients reach           {gradients}");
        Console.WriteLine($"  changed                   {changed}; of its norms: {NormsThatDiffer(before, detector.Backbone)}");
        Console.WriteLine();
        return last > 0.9 && gradients == "layer2 (C3), layer3 (C4), layer4 (C5)" && changed == "layer2, layer3, layer4";
    }

    private static double ShareFound(Detector detector, Scenes scenes)
    {
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        detector.eval();
        var (pictures, _, corners) = scenes.Draw(TestScenes, new Random(7));
        var scores = detector.call(pictures);
        var (found, side) = (0, (int)scores.shape[3]);
        for (var n = 0; n < TestScenes; n++)
        {
            var cell = (int)scores[n].argmax().item<long>();
            var corner = (cell / side / (side / 2) * 2) + (cell % side / (side / 2));
            if (corner == corners[n])
                found++;
        }

        return (double)found / TestScenes;
    }

    private static string WithGradients(ShapeBackbone backbone, Tensor loss)
    {
        var learning = backbone.named_parameters().Where(p => p.parameter.requires_grad).ToList();
        var gradients = torch.autograd.grad([loss], [.. learning.Select(p => p.parameter)], retain_graph: true, allow_unused: true);
        var parts = learning.Where((_, i) => !gradients[i].IsInvalid && gradients[i].abs().sum().item<float>() > 0)
            .Select(p => p.name.Split('.')[0]).Distinct(StringComparer.Ordinal);
        return string.Join(", ", parts.Select(p => $"{p} (C{p[^1] - '0' + 1})"));
    }

    private static string NormsThatDiffer(NamedBytes before, ShapeBackbone backbone) =>
        before.NamesThatDiffer(backbone).Count(n => n.Contains("bn", StringComparison.Ordinal) || n.Contains("downsample.1", StringComparison.Ordinal)) is > 0 and var count
            ? $"{count} tensors"
            : "none";
}
