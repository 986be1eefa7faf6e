using ResNetGen.Weights;
using ResNetGen.Weights.Files;
using ResNetGen.Weights.Nested;
using ResNetGen.Weights.Pickles;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training;

/// <summary>A run's checkpoint: one file of PyTorch's format.</summary>
internal sealed class CheckpointFile(string path) : IDisposable
{
    // The first format of these files; a reader that does not know a later one says so.
    private const long Version = 1;
    private readonly NestedCheckpoint _file = NestedCheckpoint.Open(path);

    /// <summary>Writes a file in one piece.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, TrainingCheckpoint checkpoint, nn.Module network, SGD optimizer) => NestedCheckpoint.Write(path, new NestedDict
    {
        { "format", Version },
        { "model", NestedDict.OfState(ModuleState.Tensors(network)) },
        { "optimizer", OptimizerFacts.Of(optimizer) },
        { "step", checkpoint.Step },
        { "epoch", checkpoint.Epoch },
        { "seed", checkpoint.Seed },
        { "recipe", checkpoint.Recipe },
        { "schedule", checkpoint.Schedule },
        { "network", checkpoint.Network },
        { "spec", checkpoint.Spec },
        { "data", Data(checkpoint.Data) },
        { "world_size", checkpoint.WorldSize },
        { "evaluations", checkpoint.Last.Select(Evaluation).ToList() },
        { "best", checkpoint.Best is { } best ? Evaluation(best) : null },
        { "elapsed_seconds", checkpoint.Elapsed.TotalSeconds },
    });

    /// <summary>Reads all but the tensors.</summary>
    /// <exception cref="CheckpointException">It is no checkpoint of a run.</exception>
    public TrainingCheckpoint Read()
    {
        if (_file.Root.Find("format") is not long version || _file.Root.Find("schedule") is not string)
            throw new CheckpointException($"{path}: it is no checkpoint of a training run");
        if (version != Version)
            throw new CheckpointException($"{path}: it is of format {version}; {Version} is read");

        return new TrainingCheckpoint
        {
            Step = Get<long>(_file.Root, "step"),
            Epoch = Get<long>(_file.Root, "epoch"),
            Recipe = Get<string>(_file.Root, "recipe"),
            Schedule = Get<string>(_file.Root, "schedule"),
            Network = Get<string>(_file.Root, "network"),
            Spec = _file.Root.Find("spec") as string,
            Data = Data(Get<PickleDict>(_file.Root, "data")),
            WorldSize = (int)Get<long>(_file.Root, "world_size"),
            Last = [.. Get<PickleList>(_file.Root, "evaluations").Items.OfType<PickleDict>().Select(Evaluation)],
            Best = _file.Root.Find("best") is PickleDict best ? Evaluation(best) : null,
            Elapsed = TimeSpan.FromSeconds(Get<double>(_file.Root, "elapsed_seconds")),
        };
    }

    /// <summary>The network's tensors.</summary>
    public IReadOnlyList<CheckpointTensor> Model() => _file.State(Get<PickleDict>(_file.Root, "model"), "model");

    /// <summary>The optimizer's momentum by the place of its parameter; those without one are left out.</summary>
    public IReadOnlyDictionary<int, CheckpointTensor> Momentum()
    {
        var momentum = new Dictionary<int, CheckpointTensor>();
        foreach (var (key, value) in Get<PickleDict>(Get<PickleDict>(_file.Root, "optimizer"), "state").Items)
        {
            if (key is not long place || value is not PickleDict state || state.Find(OptimizerFacts.Momentum) is not PickleTensor tensor)
                throw Wrong("optimizer");

            momentum.Add((int)place, _file.Tensor(tensor, $"optimizer.state.{place}.{OptimizerFacts.Momentum}"));
        }

        return momentum;
    }

    /// <summary>Checks every byte that would be loaded.</summary>
    /// <exception cref="CheckpointException">The file is damaged.</exception>
    public void Verify()
    {
        foreach (var tensor in Model().Concat(Momentum().Values))
            tensor.Verify();
    }

    public void Dispose() => _file.Dispose();

    private static NestedDict Data(DataFacts data) => new()
    {
        { "training", data.Training }, { "validation", data.Validation }, { "test", data.Test }, { "classes", data.Classes }, { "labels", (long)data.Labels },
    };

    private DataFacts Data(PickleDict data) => new(
        (int)Get<long>(data, "training"), (int)Get<long>(data, "validation"), (int)Get<long>(data, "test"), (int)Get<long>(data, "classes"), (uint)Get<long>(data, "labels"));

    private static NestedDict Evaluation(EvaluationReport report) => new()
    {
        { "step", report.Step },
        { "epoch", report.Epoch },
        { "part", report.Part },
        { "images", report.Images },
        { "loss", report.Loss },
        { "top1_error", report.Top1Error },
        { "top5_error", report.Top5Error },
    };

    private EvaluationReport Evaluation(PickleDict report) => new(
        Get<long>(report, "step"),
        (int)Get<long>(report, "epoch"),
        Get<string>(report, "part"),
        (int)Get<long>(report, "images"),
        Get<double>(report, "loss"),
        Get<double>(report, "top1_error"),
        Get<double>(report, "top5_error"));

    private T Get<T>(PickleDict dict, string key) => dict.Find(key) is T value ? value : throw Wrong(key);

    private CheckpointException Wrong(string key) => new($"{path}: what it has under {Quoted.Name(key)} is not what a training run writes");
}
