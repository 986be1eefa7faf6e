using ResNetGen.Tool.Reports;
using ResNetGen.Weights;

namespace ResNetGen.Tool.Weights;

/// <summary>The JSON of `weights inspect`.</summary>
/// <param name="File">The file, as it was asked for.</param>
/// <param name="Format">pytorch, safetensors or torchsharp.</param>
/// <param name="Count">The tensors.</param>
/// <param name="Parameters">The elements of tensors with a fraction that are no running statistics.</param>
/// <param name="Bytes">The bytes of all tensors.</param>
/// <param name="Types">How many tensors have which type.</param>
/// <param name="Metadata">What the file says of itself.</param>
/// <param name="Tensors">Each tensor, in the file's order.</param>
internal sealed record Inspected(
    string File,
    string Format,
    int Count,
    long Parameters,
    long Bytes,
    IReadOnlyDictionary<string, int> Types,
    IReadOnlyDictionary<string, string> Metadata,
    IReadOnlyList<InspectedTensor> Tensors)
{
    public static Inspected Of(string file, Checkpoint checkpoint, bool stats)
    {
        var tensors = checkpoint.Tensors;
        using var progress = Progress.Of("reading", tensors.Sum(t => t.ByteLength));
        var read = 0L;
        var inspected = new List<InspectedTensor>(tensors.Count);
        foreach (var tensor in tensors)
        {
            inspected.Add(InspectedTensor.Of(tensor, stats ? TensorStatistics.Of(tensor) : null));
            progress.Report(read += tensor.ByteLength);
        }

        return new(
            file,
            checkpoint.Format.ToString().ToLowerInvariant(),
            tensors.Count,
            tensors.Where(IsParameter).Sum(t => t.Elements),
            tensors.Sum(t => t.ByteLength),
            new SortedDictionary<string, int>(tensors.GroupBy(t => t.Type.Name(), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal), StringComparer.Ordinal),
            new SortedDictionary<string, string>(checkpoint.Metadata.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
            inspected);
    }

    /// <summary>The same for people and spreadsheets.</summary>
    public Report Report(Format format)
    {
        var facts = new List<(string, string)>
        {
            ("format", Format),
            ("tensors", Numbers.Of(Count, format)),
            ("parameters", $"{Numbers.Of(Parameters, format)} ({Numbers.Short(Parameters)})"),
            ("bytes", $"{Numbers.Of(Bytes, format)} ({Numbers.Bytes(Bytes)})"),
            ("types", string.Join(", ", Types.Select(t => $"{t.Key} ({Numbers.Of(t.Value, format)})"))),
        };
        facts.AddRange(Metadata.Select(m => ("metadata " + Shown.Of(m.Key), Shown.Of(m.Value))));
        var hasStatistics = Tensors.Any(t => t.Statistics is not null);
        string[] columns = ["name", "shape", "type", "#bytes", .. hasStatistics ? TensorStatistics.Columns : []];
        return new Report(Shown.Of(File), facts, [new ReportTable(columns, [.. Tensors.Select(t => t.Row(format, hasStatistics))]) { Optional = ["bytes", "type", "deviation"] }]);
    }

    // A file does not say what is a buffer: those of batch norm are known by their names.
    private static bool IsParameter(CheckpointTensor tensor) => tensor.Type.IsFloatingPoint()
        && !tensor.Name.EndsWith("running_mean", StringComparison.Ordinal) && !tensor.Name.EndsWith("running_var", StringComparison.Ordinal);
}
