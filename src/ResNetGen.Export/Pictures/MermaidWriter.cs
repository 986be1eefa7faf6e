using System.Globalization;
using System.Text;

namespace ResNetGen.Export.Pictures;

/// <summary>Writes a picture as a flowchart of Mermaid.</summary>
internal static class MermaidWriter
{
    /// <summary>Returns a flowchart that ends with LF.</summary>
    public static string Write(Picture picture)
    {
        var graph = PictureGraph.Of(picture);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: \"{picture.Name}\"\n---\nflowchart TB\n");
        text.Append(CultureInfo.InvariantCulture, $"    accTitle: {picture.Name}\n    accDescr: {picture.Facts}\n");
        Node(text, graph.Input, -2, "    ");
        if (graph.Output is { } output)
            Node(text, output, -2, "    ");
        foreach (var cluster in graph.Clusters)
        {
            text.Append(CultureInfo.InvariantCulture, $"    subgraph part{cluster.Number}[\"{string.Join(", ", cluster.Labels)}\"]\n");
            for (var i = 0; i < cluster.Groups.Count; i++)
            {
                var (count, nodes) = cluster.Groups[i];
                if (count > 1)
                    text.Append(CultureInfo.InvariantCulture, $"        subgraph part{cluster.Number}group{i}[\"x {count}\"]\n");

                foreach (var node in nodes)
                    Node(text, node, cluster.Colour, count > 1 ? "            " : "        ");

                if (count > 1)
                    text.Append("        end\n");
            }

            text.Append("    end\n");
        }

        foreach (var edge in graph.Edges)
        {
            var label = edge.Label.Length > 0 ? $"|\"{edge.Label}\"|" : "";
            text.Append(CultureInfo.InvariantCulture, $"    {edge.From.Id} {(edge.IsDashed ? "-.->" : "-->")}{label} {edge.To.Id}\n");
        }

        foreach (var colour in graph.Clusters.Select(c => c.Colour).Append(-2).Distinct().Order())
        {
            var (fill, edge) = PictureColour.Of(colour);
            text.Append(CultureInfo.InvariantCulture, $"    classDef {Class(colour)} fill:{fill},stroke:{edge},color:{PictureColour.Ink}\n");
        }

        foreach (var cluster in graph.Clusters)
            text.Append(CultureInfo.InvariantCulture, $"    style part{cluster.Number} fill:none,stroke:{PictureColour.Of(cluster.Colour).Edge}\n");

        return text.ToString();
    }

    private static void Node(StringBuilder text, GraphNode node, int colour, string indent) =>
        text.Append(CultureInfo.InvariantCulture, $"{indent}{node.Id}{(node.IsSum ? "((\"+\"))" : $"[\"{node.Text}\"]")}:::{Class(node.IsSum ? -2 : colour)}\n");

    private static string Class(int colour) => colour switch
    {
        -2 => "plain",
        -1 => "head",
        0 => "stem",
        _ => "stage" + LayerText.Number(colour),
    };
}
