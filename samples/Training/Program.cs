// Trains ResNet-20 by the recipe beside it, on pictures that are drawn on the spot: Training [--resume] [FOLDER]
using System.Globalization;
using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Training.Reports;
using Training;

const double Goal = 0.05;

var resume = args.Contains("--resume", StringComparer.Ordinal);
var folder = args.FirstOrDefault(a => a != "--resume") ?? "runs/shapes";

// Ctrl-C ends the run after its step, with a checkpoint from which --resume goes on.
using var interruption = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    interruption.Cancel();
};

try
{
    using var network = new ResNet20();
    var recipe = Recipes.Find(Path.Combine(AppContext.BaseDirectory, "shapes.recipe.yaml"));
    var data = ImageSources.Open("synthetic");
    var facts = new NetworkFacts(ResNet20.Architecture.Spec, ResNet20.Architecture.Depth, ResNet20.Architecture.Parameters, ResNet20.Architecture.Macs);
    var trainer = new Trainer(network, nameof(ResNet20), recipe, data, new TrainingOptions
    {
        Folder = folder,
        Resume = resume,
        Observers = StandardObservers.For(folder, facts, output: Console.Out),
    });
    var ended = trainer.Run(interruption.Token);
    if (!ended.Completed)
        return 130;

    var test = ended.Last.Single(e => e.Part == "test");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{1 - test.Top1Error:P1} of {test.Images} held-out pictures are classified rightly; the curve: {Path.Combine(folder, "curves.svg")}"));
    return test.Top1Error <= Goal ? 0 : 1;
}
catch (Exception problem) when (problem is TrainingException or RecipeException or LossNotFiniteException or IOException)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}
