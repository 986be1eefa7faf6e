using ResNetGen.Tool.Reports;
using ResNetGen.Tool.Specs;

namespace ResNetGen.Tool.Zoo;

/// <summary>A network in the JSON of `list`; its names are fixed.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Purpose">The folder of its spec.</param>
/// <param name="Input">Channels, height, width.</param>
/// <param name="Depth">The paper's count of layers.</param>
/// <param name="Parameters">Trainable numbers.</param>
/// <param name="Macs">Multiply-adds for one picture.</param>
internal sealed record ListedNetwork(string Name, string Purpose, int[] Input, int Depth, long Parameters, long Macs)
{
    public static ListedNetwork Of(ZooSpec spec)
    {
        var analysis = SpecLoader.LoadAll([spec.Purpose + "/" + spec.Name], input: null)[0].Analysis;
        return new(spec.Name, spec.Purpose, SummaryJson.Sizes(analysis.Input), analysis.Depth, analysis.Total.Parameters, analysis.Total.Macs);
    }

    public string[] Row(Format format) =>
        [Name, Purpose, string.Join('x', Input), Numbers.Of(Depth, format), Numbers.Of(Parameters, format), Numbers.Of(Macs, format)];
}
