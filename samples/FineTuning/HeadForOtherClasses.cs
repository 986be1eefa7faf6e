using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Training.Evaluation;
using ResNetGen.Weights;

namespace FineTuning;

/// <summary>A new head on weights that are there: four classes that the network never saw, from few pictures.</summary>
internal static class HeadForOtherClasses
{
    private const int Pictures = 200;

    /// <summary>Fine-tunes, and trains a second network from scratch on the same pictures.</summary>
    /// <returns>Whether what was learnt before helped, and what was to stay stayed.</returns>
    public static bool Run(TrainingData drawn, string weights, string folder)
    {
        var recipe = SampleRecipes.Find("finetune");
        var data = new TrainingData(new ChosenClasses(drawn.Training, 6.., Pictures), new ChosenClasses(drawn.Test!, 6..));
        Console.WriteLine($"TextureNet learns {string.Join(", ", data.Training.Classes)} from {data.Training.Count} pictures:");

        using var tuned = new TextureNet();
        tuned.LoadWeights(weights, ignoreHead: true);
        var before = NamedBytes.Of(tuned);
        var first = new Evaluator(recipe, new LoaderOptions(), "cpu").Measure(tuned, data.Test!).Top1Error;
        var after = Train(tuned, recipe, "finetune");
        var changed = before.PartsThatDiffer(tuned);

        using var fresh = new TextureNet();
        var scratch = Train(fresh, recipe with { Name = "scratch", Initialization = Initialization.Kaiming, FineTuning = null }, "scratch");

        Console.WriteLine($"  with ShapeNet's weights   {first:P1} wrong before, {after:P1} after {recipe.Length.Count} steps");
        Console.WriteLine($"  from scratch              {scratch:P1} after as many");
        Console.WriteLine($"  changed                   {changed}");
        Console.WriteLine();
        return after < scratch && changed == "fc, layer2, layer3, layer4";

        double Train(TextureNet network, Recipe by, string name) =>
            new Trainer(network, nameof(TextureNet), by, data, new TrainingOptions { Folder = Path.Combine(folder, name) }).Run().Last[^1].Top1Error;
    }
}
