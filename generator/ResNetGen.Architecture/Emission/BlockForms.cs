using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Emission;

/// <summary>Sorts a network's blocks into forms: one class each, however many blocks there are.</summary>
internal sealed class BlockForms
{
    private readonly Dictionary<Block, (BlockForm Form, int Index)> _formOf = [];

    public BlockForms(Network network)
    {
        var blocks = network.Stages.SelectMany(s => s.Blocks).Distinct().ToList();
        foreach (var alike in blocks.GroupBy(b => b.Kind))
        {
            var family = new BlockFamily(alike.Key, [.. alike]);
            Families.Add(family);
            foreach (var form in family.Forms)
            {
                for (var i = 0; i < form.Blocks.Count; i++)
                    _formOf.Add(form.Blocks[i], (form, i));
            }
        }
    }

    /// <summary>The kinds of main path that the network has.</summary>
    public List<BlockFamily> Families { get; } = [];

    /// <summary>One chain for each class of chains that the blocks have.</summary>
    public IEnumerable<LayerChain> Chains => Families.SelectMany(f => f.Forms).Select(f => f.Shortcut)
        .OfType<ProjectionShortcut>().Select(p => p.Chain).Take(1);

    /// <summary>The base class of a stage's blocks.</summary>
    public string TypeOf(Stage stage) => _formOf[stage.Blocks[0]].Form.Family.Name;

    /// <summary>The expression that makes a block.</summary>
    public string Create(Block block)
    {
        var (form, index) = _formOf[block];
        var arguments = form.Parameters.All.Select(p => p.Pass(index)).Concat(["device", "dtype"]);
        return $"new {form.Name}({string.Join(", ", arguments)})";
    }
}

/// <summary>Blocks with one kind of main path: an abstract class.</summary>
internal sealed class BlockFamily
{
    /// <summary>The class of basic blocks.</summary>
    public const string Basic = "BasicBlock";

    /// <summary>The class of bottlenecks.</summary>
    public const string Bottleneck = "Bottleneck";

    public BlockFamily(BlockKind kind, IReadOnlyList<Block> blocks)
    {
        Name = kind == BlockKind.Basic ? Basic : Bottleneck;
        Sample = blocks[0];
        Parameters = new Parameters([.. blocks.Select(BlockNumbers.OfResidual)]);
        Forms = [.. blocks.Select((block, index) => (block, index)).GroupBy(b => b.block.Shortcut.GetType())
            .Select(g => new BlockForm(this, [.. g.Select(b => b.block)], [.. g.Select(b => b.index)]))];
    }

    public string Name { get; }

    /// <summary>A block of the family: all have the same layers, with other numbers.</summary>
    public Block Sample { get; }

    public Parameters Parameters { get; }

    public IReadOnlyList<BlockForm> Forms { get; }
}

/// <summary>Blocks of a family with one kind of shortcut: a sealed class.</summary>
internal sealed class BlockForm
{
    public BlockForm(BlockFamily family, IReadOnlyList<Block> blocks, IReadOnlyList<int> places)
    {
        Family = family;
        Blocks = blocks;
        Name = ShortcutCode.Prefix(Shortcut) + family.Name;
        Parameters = new Parameters([.. blocks.Select((block, i) => Numbers(block, places[i]))]);
    }

    public BlockFamily Family { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public string Name { get; }

    public Shortcut Shortcut => Blocks[0].Shortcut;

    /// <summary>Parameters for the family's parameters first, then for the shortcut's numbers.</summary>
    public Parameters Parameters { get; }

    private IReadOnlyList<Argument> Numbers(Block block, int place) =>
    [
        .. Family.Parameters.All.Select(p => new Argument(p.Name, p.Meaning, p.Values[place])),
        .. BlockNumbers.OfShortcut(block),
    ];
}
