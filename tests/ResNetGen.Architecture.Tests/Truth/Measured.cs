using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Tests.Truth;

/// <summary>The columns of <c>models.csv</c> that need no tensor, as they are for one of our networks.</summary>
internal static class Measured
{
    private static readonly string[] TapColumns = ["c1", "c2", "c3", "c4", "c5"];

    /// <summary>The columns, by name.</summary>
    public static SortedDictionary<string, string> Of(CompiledSpec spec)
    {
        var (network, analysis) = spec;
        var (weights, buffers) = (analysis.State.Where(e => !e.IsBuffer), analysis.State.Where(e => e.IsBuffer));
        var columns = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["model"] = network.Name,
            ["input"] = network.Input.ToString(),
            ["params"] = Text(analysis.Total.Parameters),
            ["macs"] = Text(analysis.Total.Macs),
            ["conv_linear_out_elems"] = Text(analysis.Total.Activations),
            ["param_tensors"] = Text(weights.Count()),
            ["buffers"] = Text(analysis.Buffers),
            ["buffer_elems"] = Text(buffers.Sum(e => e.Elements)),
            ["state_dict_entries"] = Text(analysis.State.Count),
            ["named_depth"] = Text(analysis.Depth),
            ["main_path_layers"] = Text(analysis.MainPathLayers),
            ["key_sha256_16"] = KeyHash(analysis.State),
        };
        foreach (var column in TapColumns)
            columns[column] = analysis.Taps.FirstOrDefault(t => t.Name == column)?.Shape.ToString() ?? "";

        return columns;
    }

    /// <summary>A tensor as the files of keys have it.</summary>
    public static string Line(StateEntry entry) => entry.Key + ":" + string.Join(',', entry.Shape);

    private static string KeyHash(IEnumerable<StateEntry> state)
    {
        var lines = string.Join('\n', state.Select(Line).Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)))[..16];
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
