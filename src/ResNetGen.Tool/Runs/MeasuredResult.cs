using ResNetGen.Tool.Reports;
using ResNetGen.Training.Evaluation;

namespace ResNetGen.Tool.Runs;

/// <summary>A measurement in the JSON of `evaluate`; its names are fixed.</summary>
/// <param name="Network">The network's name; of an ensemble, <c>together</c>.</param>
/// <param name="Checkpoint">Its file; of an ensemble, null.</param>
/// <param name="Images">How many pictures.</param>
/// <param name="Loss">The mean loss.</param>
/// <param name="Top1Error">The share whose class did not come first.</param>
/// <param name="Top5Error">The share whose class was not among the first five.</param>
internal sealed record MeasuredResult(string Network, string? Checkpoint, int Images, double? Loss, double Top1Error, double Top5Error)
{
    public static MeasuredResult Of(string network, string? checkpoint, Measurement measured) =>
        new(network, checkpoint, measured.Images, Json.Finite(measured.Loss), measured.Top1Error, measured.Top5Error);

    public string[] Row(Format format) =>
    [
        Network,
        Checkpoint ?? "-",
        Numbers.Of(Images, format),
        Loss is { } loss ? RunTable.Loss(loss, format) : "not finite",
        RunTable.Error(Top1Error, format),
        RunTable.Error(Top5Error, format),
    ];
}
