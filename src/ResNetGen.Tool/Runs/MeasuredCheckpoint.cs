using ResNetGen.Training;
using ResNetGen.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Tool.Runs;

/// <summary>A network with the weights of a file.</summary>
/// <param name="Network">The network.</param>
/// <param name="Path">The checkpoint.</param>
internal sealed record MeasuredCheckpoint(TrainedNetwork Network, string Path)
{
    private const string Best = "checkpoints/best.pth";

    /// <summary>Reads what was asked for: a spec and its checkpoints, or pairs <c>SPEC=CHECKPOINT</c>.</summary>
    public static IReadOnlyList<MeasuredCheckpoint> LoadAll(string first, IReadOnlyList<string> more)
    {
        var pairs = IsPair(first) ? PairsOf([first, .. more]) : [.. more.Select(file => (Spec: first, File: file))];
        if (pairs.Count == 0)
            throw new ToolException(ExitCode.Usage, $"resnetgen: '{first}' needs a checkpoint: SPEC CHECKPOINT, or SPEC=CHECKPOINT");

        var networks = TrainedNetwork.LoadAll([.. pairs.Select(p => p.Spec).Distinct(StringComparer.Ordinal)]).ToDictionary(n => n.Said, StringComparer.Ordinal);
        return [.. pairs.Select(p => new MeasuredCheckpoint(networks[p.Spec], FileOf(p.File)))];
    }

    /// <summary>The recipe that was asked for; else that of the run that wrote the checkpoint; else the usual one.</summary>
    public Recipe RecipeOr(string? said, string data) =>
        said is not null ? Recipes.Find(said) : OfRun() ?? Recipes.Find(RecipeChoice.Usual(Network.Said, Network.Spec, data));

    private Recipe? OfRun()
    {
        try
        {
            var checkpoint = TrainingCheckpoint.Load(Path);
            return RecipeText.Read(checkpoint.Recipe, Path);
        }
        catch (CheckpointException)
        {
            // Weights alone; whether they are damaged is found when they are loaded.
            return null;
        }
    }

    /// <summary>Returns the network with its weights, ready to be measured.</summary>
    public nn.Module<Tensor, Tensor> Load(string device)
    {
        var module = Network.Create(seed: 1);
        try
        {
            module.LoadWeights(Path);
            module.to(new Device(device));
            module.eval();
            return module;
        }
        catch
        {
            module.Dispose();
            throw;
        }
    }

    // A file may have '=' in its name.
    private static bool IsPair(string said) => said.Contains('=', StringComparison.Ordinal) && !File.Exists(said);

    private static List<(string Spec, string File)> PairsOf(IReadOnlyList<string> said)
    {
        var pairs = new List<(string, string)>();
        foreach (var word in said)
        {
            var at = word.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == word.Length - 1)
                throw new ToolException(ExitCode.Usage, $"resnetgen: '{word}' is not SPEC=CHECKPOINT");

            pairs.Add((word[..at], word[(at + 1)..]));
        }

        return pairs;
    }

    // A run's folder stands for its best checkpoint.
    private static string FileOf(string said)
    {
        var file = Directory.Exists(said) ? System.IO.Path.Combine(said, Best) : said;
        return File.Exists(file) ? file : throw new FileNotFoundException($"there is no file '{file}'");
    }
}
