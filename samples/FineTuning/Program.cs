// What was learnt once, used twice: a new head for other classes, and a backbone for a detector. FineTuning [WEIGHTS]
using System.Diagnostics;
using System.Globalization;
using FineTuning;
using ResNetGen.Training;
using ResNetGen.Training.Data;
using ResNetGen.Weights;
using TorchSharp;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args.Length > 1)
{
    Console.Error.WriteLine("usage: FineTuning [WEIGHTS]   (a file for ShapeNet; without one, the sample trains ShapeNet first)");
    return 2;
}

var watch = Stopwatch.StartNew();
var folder = Directory.CreateTempSubdirectory("resnetgen-finetuning-").FullName;
try
{
    torch.manual_seed(1);
    var drawn = ImageSources.Open("synthetic:4000,1000");
    var weights = args.Length > 0 ? args[0] : Pretraining.Run(drawn, folder);
    var fine = HeadForOtherClasses.Run(drawn, weights, folder);
    fine &= DetectorBackbone.Run(drawn, weights);
    Console.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s in all");
    return fine ? 0 : 1;
}
catch (Exception problem) when (problem is RecipeException or TrainingException or CheckpointException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
