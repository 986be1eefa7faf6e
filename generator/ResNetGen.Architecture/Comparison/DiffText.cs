using System.Globalization;
using ResNetGen.Architecture.Analysis;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A comparison for people: one line that says it all, and tables of what differs.</summary>
public static class DiffText
{
    private const string Arrow = " → ";

    /// <summary>Returns the one line.</summary>
    public static string Headline(NetworkDiff diff)
    {
        var names = diff.OldName == diff.NewName ? diff.NewName : diff.OldName + Arrow + diff.NewName;
        if (diff.IsSame)
            return names + ": the same network";

        var (parameters, macs) = (diff.Number(NumberNames.Parameters), diff.Number(NumberNames.Macs));
        var verdict = diff switch
        {
            { IsTrainingOnly: true } => "; only training differs",
            _ when !parameters.IsSame || !macs.IsSame => "",
            { IsOtherFunction: true, Keys.Count: 0 } => "; the same keys, another function",
            { IsOtherFunction: true } => "; another function",
            { Keys.Count: > 0 } => "; the same function, other keys",
            _ => "; the same function and keys",
        };
        return names + ": " + Short(parameters) + ", " + Short(macs) + verdict;
    }

    /// <summary>Returns tables of what differs; none for the same network.</summary>
    public static IReadOnlyList<DiffSection> Sections(NetworkDiff diff)
    {
        var training = diff.Layers.Where(l => l.IsTrainingOnly);
        // What follows from other changes is told where there are no others.
        var withDerived = diff.Layers.All(l => l.IsDerived) && diff.Keys.All(k => k.Fate == KeyFate.Reshaped);
        var sections = new[]
        {
            DiffSection.Of("Network", ["", "#old", "#new", "#change"], diff.Settings
                .Select(s => new[] { s.Name, s.Old ?? "-", s.New ?? "-", "" })
                .Concat(diff.Numbers.Where(n => !n.IsSame).Select(n => new[] { n.Name + (n.Name is NumberNames.InferenceMemory or NumberNames.TrainingMemory ? ", bytes" : ""), Text(n.Old), Text(n.New), n.Percent }))),
            DiffSection.Of("Parts", ["", "#parameters", "#MACs"], diff.Parts.Select(p => new[] { p.Name, Both(p.Parameters), Both(p.Macs) })),
            DiffSection.Of("Shapes", ["tap", "old", "new"], diff.Taps.Select(t => new[] { t.Name, Text(t.Old), Text(t.New) })),
            DiffSection.Of("Layers", ["where", "what"], LayerLines.Of(diff.Layers.Where(l => !l.IsTrainingOnly), diff.Pairs, withDerived)),
            DiffSection.Of("State dict", ["what", "#tensors", "where", "which"], KeyLines.Of(diff.Keys)),
            DiffSection.Of("Only in training", ["where", "what"], diff.Training.Select(t => new[] { "network", t.Name + " " + t.Old + Arrow + t.New })
                .Concat(LayerLines.Of(training, diff.Pairs, withDerived))),
        };
        return [.. sections.Where(s => s.Rows.Count > 0)];
    }

    private static string Short(NumberChange number) => number.IsSame
        ? "the same " + number.Name + " (" + Text(number.New) + ")"
        : number.Name + " " + Text(number.Old) + Arrow + Text(number.New) + (number.Percent.Length > 0 ? " (" + number.Percent + ")" : "");

    private static string Both(NumberChange number) => number.IsSame ? Text(number.New) : Text(number.Old) + Arrow + Text(number.New);

    private static string Text(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "-";

    private static string Text(Tap? tap) => tap is null
        ? "-"
        : string.Format(CultureInfo.InvariantCulture, "{0}, stride {1}, receptive field {2}", tap.Shape, tap.Stride, tap.ReceptiveField);
}
