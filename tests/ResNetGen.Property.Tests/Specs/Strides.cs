using System.Globalization;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>Reads strides out of a drawn spec, so that an output stride can be drawn that the network reaches.</summary>
internal static class Strides
{
    /// <summary>The strides behind the stem and behind every stage.</summary>
    public static IEnumerable<int> Reached(SpecNode? stem, IEnumerable<SpecNode> stages)
    {
        var reached = OfStem(stem);
        yield return reached;
        var index = 0;
        foreach (var stage in stages)
            yield return reached *= Number(((Keys)stage).Find("stride"), index++ == 0 ? 1 : 2);
    }

    private static int OfStem(SpecNode? stem)
    {
        var said = stem as Keys ?? Keys.Of([]);
        var isCifar = (stem as Word ?? said.Find("preset") as Word)?.Text == "conv3x3";
        var convolutions = said.Find("convs") is Items convs
            ? convs.All.Aggregate(1, (product, c) => product * Number(((Keys)c).Find("stride"), 1))
            : isCifar ? 1 : 2;
        return convolutions * said.Find("pool") switch
        {
            null => isCifar ? 1 : 2,
            Word { Text: "none" } => 1,
            Keys pool => Number(pool.Find("stride"), 2),
            _ => 2,
        };
    }

    private static int Number(SpecNode? node, int otherwise) =>
        node is Word word ? int.Parse(word.Text, CultureInfo.InvariantCulture) : otherwise;
}
