using System.Text.RegularExpressions;
using ResNetGen.Export.Tests.Specs;
using ResNetGen.Export.Tests.Support;

namespace ResNetGen.Export.Tests.Pictures;

public sealed partial class NetworkPictureTests
{
    public static TheoryData<string> Names => [.. ShippedSpecs.Names];

    [Theory, InlineData("resnet18"), InlineData("cifar_resnet1202_A")]
    public void Pictures_of_the_documentation_are_those_of_today(string name) =>
        Committed.Check($"../../../docs/pictures/{name.Replace("_A", "", StringComparison.Ordinal)}.svg", NetworkPicture.Svg(ShippedSpecs.Load(name)));

    [Theory, InlineData("resnet18"), InlineData("resnetv2_50_os8")]
    public void Flowchart_is_the_committed_one(string name) => Committed.Check($"{name}.verified.mmd", NetworkPicture.Mermaid(ShippedSpecs.Load(name)));

    [Theory, InlineData("resnet18"), InlineData("resnetv2_50_os8")]
    public void Graph_is_the_committed_one(string name) => Committed.Check($"{name}.verified.dot", NetworkPicture.Dot(ShippedSpecs.Load(name)));

    [Theory, MemberData(nameof(Names))]
    public void Nothing_is_cut_off_and_nothing_overlaps(string name) => Assert.Empty(SvgGeometry.Problems(NetworkPicture.Svg(ShippedSpecs.Load(name))));

    [Theory, MemberData(nameof(Names))]
    public void Edges_join_nodes_that_are_there(string name)
    {
        var spec = ShippedSpecs.Load(name);
        foreach (var (text, node, edge) in new[]
        {
            (NetworkPicture.Mermaid(spec), MermaidNode(), MermaidEdge()), (NetworkPicture.Dot(spec), DotNode(), DotEdge()),
        })
        {
            var nodes = node.Matches(text).Select(m => m.Groups["a"].Value).ToList();
            Assert.Equal(nodes.Count, nodes.Distinct(StringComparer.Ordinal).Count());
            var ends = edge.Matches(text).SelectMany(m => new[] { m.Groups["a"].Value, m.Groups["b"].Value }).Distinct(StringComparer.Ordinal);
            Assert.Equal(nodes.Order(StringComparer.Ordinal), ends.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("resnet18", 5, 3)]
    [InlineData("resnet34_A", 13, 3)]
    [InlineData("plain34", 0, 0)]
    [InlineData("resnet50", 4, 4)]
    public void Shortcuts_are_dashed_where_the_shape_changes(string name, int solid, int dashed)
    {
        var graph = NetworkPicture.Mermaid(ShippedSpecs.Load(name));
        // A solid way and the main path both end at a sum.
        var sums = Count(graph, "((\"+\"))");
        Assert.Equal(dashed, Count(graph, "-.->"));
        Assert.Equal(solid, sums - dashed);
        Assert.Equal(dashed, Count(NetworkPicture.Svg(ShippedSpecs.Load(name)), "stroke-dasharray"));
    }

    [Fact]
    public void Blocks_that_repeat_are_drawn_once_where_there_are_many()
    {
        var svg = NetworkPicture.Svg(ShippedSpecs.Load("cifar_resnet1202_A"));
        Assert.Equal(2, Count(svg, ">x 199</text>"));
        Assert.Equal(1, Count(svg, ">x 200</text>"));
        Assert.True(svg.Length < 10_000, "a picture of 5 blocks");
    }

    [Fact]
    public void Projections_of_pre_activated_blocks_begin_behind_norm_and_activation()
    {
        var graph = NetworkPicture.Dot("block: preact_basic\nstem: conv3x3\nstages: [{ blocks: 1, width: 16 }, { blocks: 1, width: 32 }]\n");
        var start = LabelledBnRelu().Matches(graph).Select(m => m.Groups["a"].Value).First();
        Assert.Contains($"{start} -> sum2 [style=dashed", graph, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_names_are_cut_and_kept_in_the_title()
    {
        var name = new string('W', 200);
        var svg = NetworkPicture.Svg($"name: {name}\nstages: [{{ blocks: 1 }}]\n");
        Assert.Contains($">{name}</title>", svg, StringComparison.Ordinal);
        Assert.Equal(1, Count(svg, name));
        Assert.Empty(SvgGeometry.Problems(svg));
    }

    [Fact]
    public void Machine_language_changes_nothing()
    {
        var spec = ShippedSpecs.Load("resnet50d");
        var usual = (NetworkPicture.Svg(spec), NetworkPicture.Mermaid(spec), NetworkPicture.Dot(spec));
        using var other = new OtherNumbers();
        Assert.Equal(usual, (NetworkPicture.Svg(spec), NetworkPicture.Mermaid(spec), NetworkPicture.Dot(spec)));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex(@"^ +(?<a>\w+)(?:\[|\(\()""[^""]*""(?:\]|\)\)):::", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MermaidNode();

    [GeneratedRegex(@"^ +(?<a>\w+) (?:-->|-\.->)(?:\|""[^""]*""\|)? (?<b>\w+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex MermaidEdge();

    [GeneratedRegex(@"^ +(?<a>\w+) \[label=""[^""]*"", fillcolor", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DotNode();

    [GeneratedRegex(@"^ +(?<a>\w+) -> (?<b>\w+)[ ;]", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex DotEdge();

    [GeneratedRegex(@"^ +(?<a>\w+) \[label=""bn, relu"", fillcolor=""#d5ecce""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex LabelledBnRelu();
}
