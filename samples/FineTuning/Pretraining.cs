using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Weights;

namespace FineTuning;

/// <summary>Trains the network that the others start from.</summary>
internal static class Pretraining
{
    /// <summary>Learns the first six classes and returns the file of the weights.</summary>
    public static string Run(TrainingData drawn, string folder)
    {
        using var network = new ShapeNet();
        var data = new TrainingData(new ChosenClasses(drawn.Training, ..6), new ChosenClasses(drawn.Test!, ..6));
        var ended = new Trainer(network, nameof(ShapeNet), SampleRecipes.Find("pretrain"), data, new TrainingOptions { Folder = Path.Combine(folder, "pretrain") }).Run();

        Console.WriteLine($"ShapeNet learns {string.Join(", ", data.Training.Classes)} from {data.Training.Count} pictures:");
        Console.WriteLine($"  {ended.Step} steps, {ended.Last[^1].Top1Error:P1} of {ended.Last[^1].Images} test pictures are taken for another class");
        Console.WriteLine();
        var weights = Path.Combine(folder, "shapes.pth");
        network.SaveWeights(weights);
        return weights;
    }
}
