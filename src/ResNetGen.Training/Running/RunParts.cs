using System.Globalization;
using ResNetGen.Training.Data;
using ResNetGen.Training.Evaluation;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>What a run works with, made ready at the step from which it goes on.</summary>
internal sealed class RunParts : IDisposable
{
    private readonly Stack<IDisposable> _owned = new();

    /// <summary>Makes everything ready, in all processes or in none.</summary>
    public RunParts(nn.Module<Tensor, Tensor> network, string name, Recipe recipe, TrainingData data, TrainingOptions options)
    {
        (Network, Recipe, Options) = (network, recipe, options);
        Device = torch.device(options.Device);
        Processes = new Processes(options.Group, Device);
        try
        {
            Processes.Together(() => Prepare(name, data));
            Share();
            Runner = Own(new StepRunner(network, recipe, Device, Optimizer, options.Group, options.RecomputesBlocks));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public nn.Module<Tensor, Tensor> Network { get; }

    public Recipe Recipe { get; }

    public TrainingOptions Options { get; }

    public Device Device { get; }

    public Processes Processes { get; }

    public RunIdentity Identity { get; private set; } = null!;

    /// <summary>The pictures that it learns from.</summary>
    public IImageSource Training { get; private set; } = null!;

    public IImageSource? Validation { get; private set; }

    public IImageSource? Test { get; private set; }

    public BatchLoader Loader { get; private set; } = null!;

    public Evaluator Evaluator { get; private set; } = null!;

    public SGD Optimizer { get; private set; } = null!;

    public StepRunner Runner { get; }

    public LearningRateControl Control { get; private set; } = null!;

    /// <summary>The files; null in processes that write none.</summary>
    public RunStore? Store { get; private set; }

    public TrainingCheckpoint? Found => Store?.Found;

    public string? FoundPath => Store?.FoundPath;

    /// <summary>What a person should know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Steps that are started before the first of them is waited for.</summary>
    public int StepsAhead => Options.StepsAhead ?? (Device.type == DeviceType.CPU ? 1 : 16);

    public long Steps { get; private set; }

    public long EvaluateEvery { get; private set; }

    public long SaveEvery { get; private set; }

    public void Dispose()
    {
        while (_owned.TryPop(out var owned))
            owned.Dispose();
    }

    private void Prepare(string name, TrainingData data)
    {
        Backend.Require(Recipe, Device);
        var text = RecipeText.Write(Recipe);
        (Training, Validation) = DataSplit.Hold(data.Training, Recipe.ValidationCount, Recipe.Seed);
        Test = data.Test;
        Loader = Own(new BatchLoader(Training, Recipe, Options.Loading with { Rank = Processes.Rank, WorldSize = Processes.Count }));
        Evaluator = new Evaluator(Recipe, Options.Loading, Options.Device);
        RequirePicturesForAll();
        Steps = Recipe.Length.Steps(Loader.StepsPerEpoch);
        EvaluateEvery = Recipe.Evaluation.Every.Steps(Loader.StepsPerEpoch);
        SaveEvery = Options.CheckpointEvery.Steps(Loader.StepsPerEpoch);
        Control = new LearningRateControl(Recipe, Steps, Loader.StepsPerEpoch);
        Identity = new RunIdentity(name, RunIdentity.SpecOf(Network.GetType()), text, DataFacts.Of(Training, Validation, Test));
        if (Processes.IsFirst)
            Store = Own(new RunStore(Options, Identity, Notes));

        if (Found is null)
            Initializer.Apply(Network, Recipe);

        Network.to(Device);
        if (Recipe.ChannelsLast)
            Backend.LayChannelsLast(Network);
        if (Recipe.SynchronizeNorms && Options.Group is { } group)
            Own(group.SynchronizeNorms(Network));

        Optimizer = Own(ParameterGroups.Optimizer(Network, Recipe));
        if (Found is null)
            return;

        if (Found.WorldSize != Processes.Count)
            Notes.Add(string.Create(CultureInfo.InvariantCulture, $"{Found.WorldSize} processes trained before, {Processes.Count} do now: sums are made in another order"));

        Store!.Load(Network, Optimizer);
        Control.Restore(Found.Schedule);
    }

    private void Share()
    {
        Processes.Share(Network);
        Processes.Share(Optimizer);
        Control.Restore(Processes.Share(Control.Save()));
    }

    private void RequirePicturesForAll()
    {
        var last = Training.Count % Recipe.BatchSize is > 0 and var rest ? rest : Recipe.BatchSize;
        if (last < Processes.Count)
            throw new TrainingException($"the last batch of an epoch has {last} pictures for {Processes.Count} processes: choose another batch size, or fewer processes");
    }

    private T Own<T>(T owned)
        where T : IDisposable
    {
        _owned.Push(owned);
        return owned;
    }
}
