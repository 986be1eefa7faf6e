using ResNetGen.Architecture;
using ResNetGen.Weights;

namespace ResNetGen.Export.Onnx.Weights;

/// <summary>The weights of one network, each where it belongs.</summary>
internal sealed class WeightSet
{
    private readonly Dictionary<string, CheckpointTensor> _tensors;

    private WeightSet(WeightsMatch match)
    {
        Report = match.Report;
        _tensors = match.Assignments.ToDictionary(a => a.Target.Name, a => a.Source, StringComparer.Ordinal);
    }

    /// <summary>What became of the weights.</summary>
    public LoadReport Report { get; }

    /// <summary>The tensor of a key of the network.</summary>
    public CheckpointTensor this[string key] => _tensors[key];

    /// <summary>Lays weights on a network.</summary>
    /// <exception cref="CheckpointException">They do not fit.</exception>
    public static WeightSet Match(CompiledSpec spec, IReadOnlyList<CheckpointTensor> weights, OnnxOptions options)
    {
        var match = WeightsMatch.Of(ExpectedState.Of(spec), weights, new LoadOptions { Strict = options.Strict, Naming = options.Naming });
        return match.Report is { Fits: true, Missing.Count: 0 }
            ? new WeightSet(match)
            : throw new CheckpointException($"the weights do not fit {spec.Network.Name}: {match.Report}") { Report = match.Report };
    }

    /// <summary>Compares with the checksums of the weights' file, where it has some.</summary>
    /// <exception cref="CheckpointException">The file does not hold what it said.</exception>
    public void Verify()
    {
        foreach (var tensor in _tensors.Values)
            tensor.Verify();
    }
}
