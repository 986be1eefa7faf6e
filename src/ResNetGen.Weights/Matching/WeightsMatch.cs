using ResNetGen.Weights.Matching;

namespace ResNetGen.Weights;

/// <summary>Which tensor of a file goes where in a network, and what stands in the way. Nothing is read or changed.</summary>
public sealed class WeightsMatch
{
    private WeightsMatch(LoadReport report, IReadOnlyList<Assignment> assignments) => (Report, Assignments) = (report, assignments);

    /// <summary>What became of each tensor.</summary>
    public LoadReport Report { get; }

    /// <summary>What goes where.</summary>
    internal IReadOnlyList<Assignment> Assignments { get; }

    /// <summary>Lays a file's tensors on a network's.</summary>
    /// <param name="expected">The network's state dict.</param>
    /// <param name="found">The file's.</param>
    /// <param name="options">How they find each other; null for equal names.</param>
    public static WeightsMatch Of(IReadOnlyList<ExpectedTensor> expected, IReadOnlyList<CheckpointTensor> found, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(found);
        options ??= new LoadOptions();
        var notes = new List<string>();
        var named = FileNames.Of(found, expected, options, notes);
        return new Matcher(expected, named, options, notes).Match();
    }

    internal static WeightsMatch Of(LoadReport report, IReadOnlyList<Assignment> assignments) => new(report, assignments);
}
