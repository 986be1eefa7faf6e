using System.Globalization;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Tool.Reports;

/// <summary>The layers of a network as a table, where people look with alike neighbours told once.</summary>
internal static class LayerTable
{
    private static readonly string[] Columns = ["layer", "kind", "#kernel", "#stride", "#dilation", "#groups", "#output", "#parameters", "#MACs"];

    private static readonly string[] LeastFirst = ["groups", "dilation", "times", "stride", "kernel", "kind"];

    /// <summary>Lists every layer.</summary>
    public static ReportTable Whole(Network network, NetworkAnalysis analysis, Format format)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var part in Parts(analysis))
            Add(rows, part.Select(l => Row(l, network, $"{l.Block}", format)));

        return new ReportTable(Columns, rows) { Optional = LeastFirst, Caption = "layers" };
    }

    /// <summary>Lists alike blocks that follow each other once: <c>layer3.[1-5].conv1</c>, with their number.</summary>
    public static ReportTable Folded(Network network, NetworkAnalysis analysis, Format format)
    {
        var rows = new List<IReadOnlyList<string>>();
        var parts = Parts(analysis).ToList();
        for (var i = 0; i < parts.Count;)
        {
            var alike = 1;
            while (i + alike < parts.Count && IsBlock(parts[i]) && parts[i][0].Stage == parts[i + alike][0].Stage && AreAlike(parts[i], parts[i + alike], network))
                alike++;

            var first = parts[i][0].Block;
            var block = alike == 1 ? Text(first) : $"[{Text(first)}-{Text(first + alike - 1)}]";
            var times = alike == 1 ? "" : Numbers.Of(alike, format);
            Add(rows, parts[i].Select(l => Row(l, network, block, format)).Select(r => (IReadOnlyList<string>)[r[0], times, .. r.Skip(1)]));
            i += alike;
        }

        return new ReportTable([Columns[0], "#times", .. Columns[1..]], rows) { Optional = LeastFirst, Caption = "layers" };
    }

    // The stem, each block, and what follows the stages.
    private static IEnumerable<List<LayerReport>> Parts(NetworkAnalysis analysis)
    {
        var part = new List<LayerReport>();
        foreach (var layer in analysis.Layers.Where(l => l.Layer.IsModule))
        {
            if (part.Count > 0 && (part[0].Stage, part[0].Block) != (layer.Stage, layer.Block))
            {
                yield return part;
                part = [];
            }

            part.Add(layer);
        }

        if (part.Count > 0)
            yield return part;
    }

    private static bool IsBlock(List<LayerReport> part) => part[0].Block >= 0;

    private static bool AreAlike(List<LayerReport> a, List<LayerReport> b, Network network) =>
        a.Count == b.Count && a.Zip(b).All(p => Row(p.First, network, "", Format.Csv).SequenceEqual(Row(p.Second, network, "", Format.Csv), StringComparer.Ordinal));

    private static void Add(List<IReadOnlyList<string>> rows, IEnumerable<IReadOnlyList<string>> part)
    {
        if (rows.Count > 0)
            rows.Add(ReportTable.Rule);

        rows.AddRange(part);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static List<string> Row(LayerReport layer, Network network, string block, Format format)
    {
        var window = layer.Layer.Window;
        var isPoint = window == Window.Point && !layer.Layer.IsCounted;
        return
        [
            PathIn(layer, network, block),
            layer.Layer.Kind,
            isPoint ? "" : Numbers.Of(window.Kernel, format),
            isPoint ? "" : Numbers.Of(window.Stride, format),
            isPoint ? "" : Numbers.Of(window.Dilation, format),
            layer.Layer is Convolution c ? Numbers.Of(c.Groups, format) : "",
            layer.Output.ToString(),
            Numbers.Of(layer.Parameters, format),
            Numbers.Of(layer.Macs, format),
        ];
    }

    // `layer3.7.conv1` for another block.
    private static string PathIn(LayerReport layer, Network network, string block)
    {
        if (layer.Block < 0)
            return layer.Path;

        var own = Text(layer.Block);
        var stage = network.Stages[layer.Stage].Key + ".";
        return layer.Path.StartsWith(stage + own + ".", StringComparison.Ordinal)
            ? stage + block + layer.Path[(stage.Length + own.Length)..]
            : layer.Path;
    }
}
