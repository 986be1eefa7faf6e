using ResNetGen.Tool.CommandLine;
using ResNetGen.Tool.Reports;
using ResNetGen.Training;
using ResNetGen.Training.Analyses;
using ResNetGen.Training.Data;
using ResNetGen.Training.Distributed;
using ResNetGen.Training.Reports;
using static TorchSharp.torch;

namespace ResNetGen.Tool.Runs;

/// <summary>Trains networks, one after the other, by the same recipe.</summary>
internal sealed record TrainingCall
{
    public required string Data { get; init; }

    public required string Folder { get; init; }

    public required RecipeChoice Recipe { get; init; }

    public required LoaderOptions Loading { get; init; }

    public required string Device { get; init; }

    public required bool Resume { get; init; }

    public required bool RecomputesBlocks { get; init; }

    public required TrainingLength? CheckpointEvery { get; init; }

    public required int? Keep { get; init; }

    /// <summary>Weights to start from; null for a start from nothing.</summary>
    public required StartingWeights? Weights { get; init; }

    /// <summary>Trains, and returns the runs; null where another process writes them, and where a signal came before the first.</summary>
    public Comparison? Run(IReadOnlyList<TrainedNetwork> networks)
    {
        NeedOwnNames(networks);
        var data = Pictures.Open(Data);
        networks.ToList().ForEach(n => n.NeedClasses(data.Training));
        var recipe = Starting(Recipe.For(networks[0].Said, networks[0].Spec, Data));
        using var patience = Interruption.Await("ends after this step, with a checkpoint; once more ends at once");
        using var group = ProcessGroups.FromEnvironment(new ProcessGroupOptions { Device = Device });
        var options = Options(group);
        if (networks.Count > 1)
            return Experiments.Run([.. networks.Select(n => new ComparisonEntry(n.Name, () => Create(n, recipe), n.Facts))], recipe, data, options, Observers, Interruption.Token);

        using var module = Create(networks[0], recipe);
        var own = options with { Observers = Observers(Folder, networks[0].Facts) };
        new Trainer(module, networks[0].Name, recipe, data, own).Run(Interruption.Token);
        return group is null or { Rank: 0 } ? Comparison.Read([Folder]) : null;
    }

    private TrainingOptions Options(IProcessGroup? group)
    {
        var options = new TrainingOptions
        {
            Folder = Folder,
            Resume = Resume,
            RecomputesBlocks = RecomputesBlocks,
            Device = ProcessGroups.LocalDevice(Device),
            Loading = Loading,
            Group = group,
        };
        return options with { CheckpointEvery = CheckpointEvery ?? options.CheckpointEvery, KeepLast = Keep ?? options.KeepLast };
    }

    private nn.Module<Tensor, Tensor> Create(TrainedNetwork network, Recipe recipe)
    {
        var module = network.Create(recipe.Seed);
        Weights?.LoadInto(module);
        return module;
    }

    private static IReadOnlyList<ITrainingObserver> Observers(string folder, NetworkFacts? facts) =>
        StandardObservers.For(folder, facts, Terminal.ShowsProgress ? ProgressStyle.Live : ProgressStyle.Plain);

    // What was loaded is not drawn anew.
    private Recipe Starting(Recipe recipe) => Weights is null ? recipe : recipe with { Initialization = Initialization.Keep };

    private static void NeedOwnNames(IReadOnlyList<TrainedNetwork> networks)
    {
        if (networks.GroupBy(n => n.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new ToolException(ExitCode.Usage, $"resnetgen: {same.Count()} networks are called {same.Key}: each needs a folder of its name");
    }
}
