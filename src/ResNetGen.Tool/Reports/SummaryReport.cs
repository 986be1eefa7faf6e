using System.Globalization;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Analysis;

namespace ResNetGen.Tool.Reports;

/// <summary>What `summary` prints for people and spreadsheets.</summary>
internal static class SummaryReport
{
    private const int BytesOfFloat = 4;

    /// <summary>Sums up a network.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="format">For whom: programs take numbers without separators.</param>
    /// <param name="batch">The pictures whose memory is worked out, or null.</param>
    /// <param name="all">Whether every layer is listed, not alike blocks once.</param>
    public static Report Of(CompiledSpec spec, Format format, int? batch, bool all)
    {
        var (network, analysis) = (spec.Network, spec.Analysis);
        var number = (long value) => Numbers.Of(value, format);
        var facts = new List<(string, string)>
        {
            ("input", analysis.Input.ToString()),
            ("output", network.Head is { } head ? $"{number(head.Classes)} classes" : $"{analysis.Taps[^1].Shape}, no head"),
            ("depth", $"{number(analysis.Depth)} ({number(analysis.MainPathLayers)} layers on the main path)"),
            ("parameters", $"{number(analysis.Total.Parameters)} ({Numbers.Short(analysis.Total.Parameters)}, {Numbers.Bytes(analysis.Total.Parameters * BytesOfFloat)} as float32)"),
            ("MACs", $"{number(analysis.Total.Macs)} ({Numbers.Short(analysis.Total.Macs)} multiply-adds for a picture)"),
            ("activations", $"{number(analysis.Total.Activations)} ({Numbers.Short(analysis.Total.Activations)} outputs of convolutions and linear layers)"),
            ("state dict", $"{number(analysis.State.Count)} entries, {number(analysis.Buffers)} of them buffers"),
        };
        if (batch is { } pictures)
        {
            var memory = ActivationMemory.Of(network, analysis.Input, pictures);
            facts.Add(($"inference of {number(pictures)}", $"{number(memory.Inference)} bytes of activations at most at once ({Numbers.Bytes(memory.Inference)})"));
            facts.Add(($"training of {number(pictures)}", $"{number(memory.Training)} bytes of activations kept for the backward pass ({Numbers.Bytes(memory.Training)})"));
        }

        var layers = all || format == Format.Csv ? LayerTable.Whole(network, analysis, format) : LayerTable.Folded(network, analysis, format);
        return new Report(network.Name, facts, [Taps(analysis, number), Blocks(spec, number), layers]);
    }

    private static ReportTable Taps(NetworkAnalysis analysis, Func<long, string> number) => new(
        ["tap", "#map", "#stride", "#receptive field"],
        [.. analysis.Taps.Select(t => (string[])[t.Name, t.Shape.ToString(), number(t.Stride), number(t.ReceptiveField)])])
    {
        Caption = "taps",
    };

    private static ReportTable Blocks(CompiledSpec spec, Func<long, string> number) => new(
        ["stage", "#blocks", "kind", "#parameters each", "#MACs each", "#weights each", "#two 3x3 as wide", "#saving"],
        [
            .. BlockCosts.Of(spec.Network, spec.Analysis).Select(b => (string[])
            [
                spec.Network.Stages[b.Stage].Key,
                number(b.Count),
                b.Kind,
                number(b.Each.Parameters),
                number(b.Each.Macs),
                number(b.Weights),
                number(b.WeightsOfTwo3x3),
                string.Create(CultureInfo.InvariantCulture, $"{(double)b.WeightsOfTwo3x3 / b.Weights:0.00}x"),
            ]),
        ])
    {
        Caption = "blocks",
        Optional = ["two 3x3 as wide", "saving", "weights each", "kind"],
    };
}
