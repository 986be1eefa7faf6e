using System.Globalization;
using System.Text;
using ResNetGen.Training.Reports;

namespace ResNetGen.Training.Analyses;

/// <summary>Layer responses of several networks side by side, as table, CSV and SVG.</summary>
public static class LayerResponseReport
{
    /// <summary>A row for each layer, a column for each network; layers of one row have the same place, not the same name.</summary>
    /// <returns>Plain text, columns aligned; names of layers where all networks agree on them.</returns>
    public static string Table(IReadOnlyList<LayerResponses> networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        var count = networks.Count == 0 ? 0 : networks.Max(n => n.Layers.Count);
        var rows = new List<string[]> { (string[])["#", "layer", .. networks.Select(n => n.Name)] };
        for (var i = 0; i < count; i++)
        {
            var row = networks.Select(n => i < n.Layers.Count ? n.Layers[i] : null).ToList();
            var names = row.OfType<LayerResponse>().Select(l => l.Layer).Distinct(StringComparer.Ordinal).ToList();
            rows.Add([
                (i + 1).ToString(CultureInfo.InvariantCulture),
                names.Count == 1 ? names[0] : "",
                .. row.Select(l => l is null ? "" : l.Deviation.ToString("0.0000", CultureInfo.InvariantCulture)),
            ]);
        }

        rows.Add(["", "mean", .. networks.Select(n => n.Layers.Average(l => l.Deviation).ToString("0.0000", CultureInfo.InvariantCulture))]);
        return Aligned(rows);
    }

    /// <summary>A row for each layer of each network: <c>network,index,layer,deviation,mean,rank</c>; rank 1 is the strongest.</summary>
    public static string Csv(IReadOnlyList<LayerResponses> networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        var csv = new StringBuilder("network,index,layer,deviation,mean,rank\n");
        foreach (var network in networks)
        {
            var ranks = network.Sorted.Select((l, i) => (l.Index, Rank: i + 1)).ToDictionary(l => l.Index, l => l.Rank);
            foreach (var layer in network.Layers)
                csv.Append(CultureInfo.InvariantCulture, $"{CsvText.Cell(network.Name)},{layer.Index},{CsvText.Cell(layer.Layer)},{layer.Deviation},{layer.Mean},{ranks[layer.Index]}\n");
        }

        return csv.ToString();
    }

    /// <summary>Two charts as in the paper's figure 7: above the layers in their order, below by size.</summary>
    public static string Svg(IReadOnlyList<LayerResponses> networks)
    {
        ArgumentNullException.ThrowIfNull(networks);
        return LineChart.ToSvg([Chart(networks, "layer, in the network's order", n => n.Layers), Chart(networks, "layer, sorted by size", n => n.Sorted)], isStacked: true);
    }

    private static LineChart Chart(IReadOnlyList<LayerResponses> networks, string label, Func<LayerResponses, IReadOnlyList<LayerResponse>> order) => new()
    {
        X = new ChartAxis(label) { Min = 0, IsWhole = true },
        Y = new ChartAxis("standard deviation") { Min = 0 },
        Height = 300,
        Series = [.. networks.Select((n, i) => new ChartSeries(n.Name, [.. order(n).Select((l, at) => (at + 1.0, l.Deviation))], i))],
    };

    private static string Aligned(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
            text.Append(string.Join("  ", row.Select((cell, c) => c == 1 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]))).TrimEnd()).Append('\n');

        return text.ToString();
    }
}
