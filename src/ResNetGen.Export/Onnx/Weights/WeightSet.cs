using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Networks;
using ResNetGen.Weights;

namespace ResNetGen.Export.Onnx.Weights;

/// <summary>The weights of one network, each where it belongs.</summary>
internal sealed class WeightSet
{
    // A long list says no more than its beginning.
    private const int Shown = 10;

    // What counts the batches that a norm has seen: training alone uses it.
    private const string BatchCount = "num_batches_tracked";

    private readonly Dictionary<string, CheckpointTensor> _tensors;

    private WeightSet(Dictionary<string, CheckpointTensor> tensors) => _tensors = tensors;

    /// <summary>The tensor of a key of the network.</summary>
    public CheckpointTensor this[string key] => _tensors[key];

    /// <summary>Takes what the network needs.</summary>
    /// <exception cref="CheckpointException">Something is missing, of another shape or type, or not the network's.</exception>
    public static WeightSet Match(CompiledSpec spec, IEnumerable<CheckpointTensor> weights)
    {
        var (tensors, problems) = (new Dictionary<string, CheckpointTensor>(StringComparer.Ordinal), new List<(string Kind, string Text)>());
        foreach (var tensor in weights)
        {
            if (!tensors.TryAdd(tensor.Name, tensor))
                problems.Add(("there twice", tensor.Name));
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in spec.Analysis.State)
        {
            keys.Add(entry.Key);
            if (IsBatchCount(entry.Key))
                continue;

            if (!tensors.TryGetValue(entry.Key, out var tensor))
                problems.Add(("missing", $"{entry.Key} {Sizes(entry)}"));
            else if (!tensor.Shape.SequenceEqual(entry.Shape.Select(s => (long)s)))
                problems.Add(("of another shape", $"{entry.Key} is [{string.Join(", ", tensor.Shape)}], not {Sizes(entry)}"));
            else if (!tensor.Type.IsFloatingPoint())
                problems.Add(("of another type", $"{entry.Key} is {tensor.Type.Name()}"));
        }

        problems.AddRange(tensors.Keys.Where(k => !keys.Contains(k) && !IsBatchCount(k)).Select(k => ("not the network's", k)));
        return problems.Count == 0 ? new WeightSet(tensors) : throw new CheckpointException(Message(spec.Network.Name, problems));
    }

    private static bool IsBatchCount(string key) => key.EndsWith(BatchCount, StringComparison.Ordinal);

    private static string Sizes(StateEntry entry) => $"[{string.Join(", ", entry.Shape)}]";

    private static string Message(string network, List<(string Kind, string Text)> problems)
    {
        var groups = problems.GroupBy(p => p.Kind, p => p.Text, StringComparer.Ordinal).ToList();
        var counts = groups.Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {g.Key}"));
        var lines = groups.SelectMany(g => g.Take(Shown).Select(text => $"  {g.Key}: {text}").Concat(g.Count() > Shown
            ? [string.Create(CultureInfo.InvariantCulture, $"  {g.Key}: and {g.Count() - Shown} more")]
            : []));
        return $"the weights do not fit {network}: {string.Join(", ", counts)}\n{string.Join('\n', lines)}";
    }
}
