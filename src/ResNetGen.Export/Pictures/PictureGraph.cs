namespace ResNetGen.Export.Pictures;

/// <summary>A picture as programs that place nodes themselves want it.</summary>
internal sealed class PictureGraph
{
    private PictureGraph(Picture picture)
    {
        Input = new GraphNode("input", picture.Input, IsSum: false);
        var (before, shape) = (Input, "");
        var (nodes, sums) = (0, 0);
        for (var i = 0; i < picture.Parts.Count; i++)
        {
            var part = picture.Parts[i];
            var groups = new List<GraphGroup>();
            foreach (var unit in part.Units)
            {
                var members = new List<GraphNode>();
                foreach (var box in unit.Lead)
                    Add(members, new GraphNode("layer" + LayerText.Number(++nodes), box, IsSum: false));

                var start = before;
                foreach (var box in unit.Boxes)
                    Add(members, new GraphNode("layer" + LayerText.Number(++nodes), box, IsSum: false));

                if (unit.Shortcut is { } shortcut)
                {
                    Add(members, new GraphNode("sum" + LayerText.Number(++sums), "+", IsSum: true));
                    Edges.Add(new GraphEdge(start, before, shortcut.IsDashed, IsShortcut: true, string.Join(", ", shortcut.Labels)));
                }

                groups.Add(new GraphGroup(unit.Count, members));
            }

            // Lines cross a part's labels where they are long.
            Clusters.Add(new GraphCluster(i, part.Colour, [.. new[] { part.Title, part.Blocks }.Where(l => l.Length > 0)], groups));
            shape = part.Leaves;
        }

        if (shape.Length > 0)
            Add([], Output = new GraphNode("output", "output", IsSum: false));

        void Add(List<GraphNode> members, GraphNode node)
        {
            members.Add(node);
            Edges.Add(new GraphEdge(before, node, IsDashed: false, IsShortcut: false, shape));
            (before, shape) = (node, "");
        }
    }

    public GraphNode Input { get; }

    /// <summary>What a network without a head ends at; null behind a head.</summary>
    public GraphNode? Output { get; }

    public List<GraphCluster> Clusters { get; } = [];

    public List<GraphEdge> Edges { get; } = [];

    /// <summary>Makes the graph of a picture.</summary>
    public static PictureGraph Of(Picture picture) => new(picture);
}

/// <summary>A layer, or a sum.</summary>
/// <param name="Id">Its name in the graph: ASCII letters and digits.</param>
/// <param name="Text">What it shows.</param>
/// <param name="IsSum">Whether it is the sum of two ways.</param>
internal sealed record GraphNode(string Id, string Text, bool IsSum);

/// <summary>Nodes that stand there so often in a row.</summary>
internal sealed record GraphGroup(int Count, IReadOnlyList<GraphNode> Nodes);

/// <summary>A part of the network.</summary>
internal sealed record GraphCluster(int Number, int Colour, IReadOnlyList<string> Labels, IReadOnlyList<GraphGroup> Groups);

/// <summary>A way from node to node.</summary>
internal sealed record GraphEdge(GraphNode From, GraphNode To, bool IsDashed, bool IsShortcut, string Label);
