using System.Globalization;
using System.Text;

namespace ResNetGen.Export.Pictures;

/// <summary>Writes a picture as a graph of Graphviz.</summary>
internal static class DotWriter
{
    /// <summary>Returns a graph that ends with LF.</summary>
    public static string Write(Picture picture)
    {
        var graph = PictureGraph.Of(picture);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"digraph \"{picture.Name}\" {{\n");
        text.Append(CultureInfo.InvariantCulture, $"    graph [label=\"{picture.Name}\\n{picture.Facts}\", labelloc=t, bgcolor=white, fontname=Helvetica, ranksep=0.25, nodesep=0.4];\n");
        text.Append("    node [shape=box, style=\"filled,rounded\", fontname=Helvetica, fontsize=11, height=0.3, margin=\"0.15,0.05\"];\n");
        text.Append(CultureInfo.InvariantCulture, $"    edge [color=\"{PictureColour.Line}\", fontname=Helvetica, fontsize=10, arrowsize=0.6];\n");
        Node(text, graph.Input, -2, "    ");
        if (graph.Output is { } output)
            Node(text, output, -2, "    ");
        foreach (var cluster in graph.Clusters)
        {
            text.Append(CultureInfo.InvariantCulture, $"    subgraph cluster_{cluster.Number} {{\n        label=\"{string.Join("\\l", cluster.Labels)}\\l\"; labeljust=l; fontsize=11; style=rounded; color=\"{PictureColour.Of(cluster.Colour).Edge}\";\n");
            for (var i = 0; i < cluster.Groups.Count; i++)
            {
                var (count, nodes) = cluster.Groups[i];
                if (count > 1)
                    text.Append(CultureInfo.InvariantCulture, $"        subgraph cluster_{cluster.Number}_{i} {{\n            label=\"x {count}\"; labeljust=l; style=dotted;\n");

                foreach (var node in nodes)
                    Node(text, node, cluster.Colour, count > 1 ? "            " : "        ");

                if (count > 1)
                    text.Append("        }\n");
            }

            text.Append("    }\n");
        }

        foreach (var edge in graph.Edges)
        {
            string?[] settings =
            [
                edge.IsDashed ? "style=dashed" : null,
                edge.Label.Length > 0 ? $"label=\"  {edge.Label}\"" : null,
                // The main path is the one that stays straight.
                edge.IsShortcut ? null : "weight=10",
            ];
            var said = string.Join(", ", settings.OfType<string>());
            text.Append(CultureInfo.InvariantCulture, $"    {edge.From.Id} -> {edge.To.Id}{(said.Length > 0 ? $" [{said}]" : "")};\n");
        }

        return text.Append("}\n").ToString();
    }

    private static void Node(StringBuilder text, GraphNode node, int colour, string indent)
    {
        var (fill, edge) = PictureColour.Of(node.IsSum ? -2 : colour);
        var shape = node.IsSum ? ", shape=circle, width=0.22, height=0.22, fixedsize=true" : "";
        text.Append(CultureInfo.InvariantCulture, $"{indent}{node.Id} [label=\"{node.Text}\", fillcolor=\"{fill}\", color=\"{edge}\", fontcolor=\"{PictureColour.Ink}\"{shape}];\n");
    }
}
