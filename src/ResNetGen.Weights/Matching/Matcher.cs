using System.Globalization;
using ResNetGen.Weights.Naming;

namespace ResNetGen.Weights.Matching;

/// <summary>Pairs a network's tensors with a file's of the same name, and says what does not pair.</summary>
internal sealed class Matcher(
    IReadOnlyList<ExpectedTensor> expected, List<(string Name, CheckpointTensor Tensor)> found, LoadOptions options, List<string> notes)
{
    // PyTorch counts batches since 0.4.1: older files do without, and frozen norms, too.
    private const string Counter = ".num_batches_tracked";

    // Beyond these many problems nobody reads the nearest names, and finding them all would take long.
    private const int Explained = 20;

    private readonly List<Assignment> _assignments = [];
    private readonly List<ExpectedTensor> _missing = [];
    private readonly List<KeyProblem> _mismatched = [];
    private readonly Dictionary<string, int> _converted = new(StringComparer.Ordinal);
    private readonly NamedState _roles = new(expected.Select(e => (e.Name, e.Shape.Count)));
    private int _countersMissing;

    public WeightsMatch Match()
    {
        var byName = new Dictionary<string, CheckpointTensor>(StringComparer.Ordinal);
        var twice = new List<KeyProblem>();
        foreach (var (name, tensor) in found)
        {
            if (!byName.TryAdd(name, tensor))
                twice.Add(new KeyProblem(tensor.Name, $"'{byName[name].Name}' becomes '{name}', too"));
        }

        foreach (var target in expected)
            Place(target, byName);

        var unexpected = found.Where(f => byName.TryGetValue(f.Name, out var left) && ReferenceEquals(left, f.Tensor)).ToList();
        DropCounters(unexpected);
        Note();
        return WeightsMatch.Of(
            new LoadReport
            {
                Loaded = _assignments.ConvertAll(a => a.Target.Name),
                Missing = Explain(_missing.ConvertAll(m => (m.Name, TensorText.Describe(m.Type, m.Shape))), unexpected.ConvertAll(u => u.Tensor.Name)),
                Unexpected = [.. Explain(unexpected.ConvertAll(u => (u.Tensor.Name, TensorText.Describe(u.Tensor))), _missing.ConvertAll(m => m.Name)), .. twice],
                Mismatched = _mismatched,
                Notes = notes,
                Bytes = _assignments.Sum(a => a.Elements * a.Source.Type.Size()),
                Fits = _mismatched.Count == 0 && twice.Count == 0 && (!options.Strict || (_missing.Count == 0 && unexpected.Count == 0)),
            },
            _assignments);
    }

    // What finds a place is taken out of the file's tensors.
    private void Place(ExpectedTensor target, Dictionary<string, CheckpointTensor> byName)
    {
        var isHead = _roles.RoleOf(target.Name) is { Part: KeyPart.Classifier };
        if (!byName.Remove(target.Name, out var source))
        {
            if (isHead && options.IgnoreHead)
                notes.Add($"head: '{target.Name}' keeps what it has");
            else if (target.Name.EndsWith(Counter, StringComparison.Ordinal))
                _countersMissing++;
            else
                _missing.Add(target);

            return;
        }

        if (isHead && options.IgnoreHead)
            notes.Add($"head: '{target.Name}' keeps what it has");
        else if (Problem(target, source, isHead) is not { } problem)
            return;
        else
            _mismatched.Add(new KeyProblem(target.Name, problem));
    }

    private string? Problem(ExpectedTensor target, CheckpointTensor source, bool isHead)
    {
        if (source.Type.IsFloatingPoint() != target.Type.IsFloatingPoint() || (source.Type == ElementType.Bool) != (target.Type == ElementType.Bool))
            return $"the network has {target.Type.Name()}, the file {source.Type.Name()}";

        var elements = source.Elements;
        if (!(target.Shape.SequenceEqual(source.Shape) || (isHead && Squeezed(target.Shape).SequenceEqual(Squeezed(source.Shape)))))
        {
            if (!isHead || !options.ResizeHead || !Squeezed(target.Shape).Skip(1).SequenceEqual(Squeezed(source.Shape).Skip(1)) || target.Shape.Count == 0 || source.Shape.Count == 0)
                return $"the network has {TensorText.Describe(target.Type, target.Shape)}, the file {TensorText.Describe(source)}" + Advice(target, source, isHead);

            var classes = Math.Min(target.Shape[0], source.Shape[0]);
            elements = source.Shape[0] == 0 ? 0 : source.Elements / source.Shape[0] * classes;
            notes.Add($"head: '{target.Name}' takes {classes} of the file's {source.Shape[0]} classes; {target.Shape[0] - classes} of the network's keep what they have");
        }

        if (source.Type != target.Type)
        {
            var pair = $"from {source.Type.Name()} to {target.Type.Name()}";
            _converted[pair] = _converted.GetValueOrDefault(pair) + 1;
        }

        _assignments.Add(new Assignment(target, source, elements));
        return null;
    }

    // A linear layer and a 1x1 convolution hold the same numbers.
    private static IEnumerable<long> Squeezed(IReadOnlyList<long> shape) => shape is [var classes, var features, 1, 1] ? [classes, features] : shape;

    private static string Advice(ExpectedTensor target, CheckpointTensor source, bool isHead) =>
        isHead && target.Shape.Count > 0 && source.Shape.Count > 0 && target.Shape[0] != source.Shape[0]
            ? ": another number of classes is ignored or resized when asked"
            : "";

    private void DropCounters(List<(string Name, CheckpointTensor Tensor)> unexpected)
    {
        var counters = unexpected.RemoveAll(u => u.Name.EndsWith(Counter, StringComparison.Ordinal));
        if (counters > 0)
            notes.Add($"{counters} counters of batches were left out: the network does not have them");

        if (options.IgnoreHead)
        {
            var roles = new NamedState(found.Select(f => (f.Name, f.Tensor.Shape.Count)));
            var heads = unexpected.RemoveAll(u => roles.RoleOf(u.Name) is { Part: KeyPart.Classifier });
            if (heads > 0)
                notes.Add($"head: {heads} tensors of the file were left out");
        }
    }

    private void Note()
    {
        if (_countersMissing > 0)
            notes.Add($"{_countersMissing} counters of batches keep what they have: the file does not have them");

        notes.AddRange(_converted.OrderBy(c => c.Key, StringComparer.Ordinal).Select(
            c => string.Create(CultureInfo.InvariantCulture, $"{c.Value} tensors were converted {c.Key}")));
    }

    private static List<KeyProblem> Explain(List<(string Name, string Detail)> ones, List<string> others) =>
        [.. ones.Select((one, i) => new KeyProblem(one.Name, one.Detail, i < Explained ? NearestName.Of(one.Name, others) : null))];
}
