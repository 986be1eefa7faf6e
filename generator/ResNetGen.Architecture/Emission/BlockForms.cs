using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Emission;

/// <summary>Sorts a network's blocks into forms: one class each, however many blocks there are.</summary>
internal sealed class BlockForms
{
    private readonly Dictionary<Block, (BlockForm Form, int Index)> _formOf = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ChainCode> _projections = new(StringComparer.Ordinal);

    public BlockForms(Network network, CancellationToken cancellation)
    {
        var blocks = network.Stages.SelectMany(s => s.Blocks).Select(Uncancelled).Distinct().ToList();
        foreach (var alike in blocks.GroupBy(b => (b.Kind, Forms.Of(BlockFamily.Common(b)), b.After)))
        {
            List<Block> members = [.. alike];
            var family = new BlockFamily(Free(BlockFamily.NameOf(members[0])), members);
            Add(family, members.FindAll(b => !BlockFamily.IsAntiAliased(b)));
            // What strides may stand behind the first convolution or the second.
            foreach (var smoothed in members.FindAll(BlockFamily.IsAntiAliased).GroupBy(b => Forms.Of(b.Residual), StringComparer.Ordinal))
                Add(new BlockFamily(Free("AntiAliased" + family.Name), family, [.. smoothed]), [.. smoothed]);
        }

        Block Uncancelled(Block block)
        {
            cancellation.ThrowIfCancellationRequested();
            return block;
        }
    }

    /// <summary>The kinds of main path that the network has.</summary>
    public List<BlockFamily> Families { get; } = [];

    /// <summary>A block of every form.</summary>
    public IEnumerable<Block> Samples => Families.SelectMany(f => f.Forms).Select(f => f.Blocks[0]);

    /// <summary>The classes of projections.</summary>
    public IEnumerable<ChainCode> Projections => _projections.Values;

    /// <summary>The type that all blocks of a stage have.</summary>
    public string TypeOf(Stage stage)
    {
        var family = _formOf[stage.Blocks[0]].Form.Family;
        return (family.Base ?? family).Name;
    }

    /// <summary>The expression that makes a block.</summary>
    public string Create(Block block)
    {
        var (form, index) = _formOf[block];
        var arguments = form.Parameters.All.Select(p => p.Pass(index)).Concat(["device", "dtype"]);
        return $"new {form.Name}({string.Join(", ", arguments)})";
    }

    private void Add(BlockFamily family, List<Block> blocks)
    {
        Families.Add(family);
        foreach (var alike in blocks.GroupBy(b => ShortcutForm(b.Shortcut), StringComparer.Ordinal))
        {
            var form = new BlockForm(family, [.. alike], CodeOf(alike.First().Shortcut));
            family.Forms.Add(form);
            for (var i = 0; i < form.Blocks.Count; i++)
                _formOf.Add(form.Blocks[i], (form, i));
        }
    }

    private static string ShortcutForm(Shortcut shortcut) => shortcut.GetType().Name + Forms.Of(shortcut.Layers);

    private ChainCode? CodeOf(Shortcut shortcut)
    {
        if (shortcut is not ProjectionShortcut { Chain: var chain })
            return null;

        var form = Forms.Of(chain.Layers);
        if (!_projections.TryGetValue(form, out var code))
        {
            var hasPool = chain.Layers.Any(l => l is AveragePool or SameAveragePool);
            _projections.Add(form, code = new ChainCode(Free(hasPool ? "PooledProjection" : "Projection"), chain));
        }

        return code;
    }

    private string Free(string name)
    {
        var free = name;
        for (var i = 2; !_taken.Add(free); i++)
            free = name + Names.Number(i);

        return free;
    }
}

/// <summary>Blocks with one kind of main path: an abstract class.</summary>
internal sealed class BlockFamily
{
    /// <summary>What the names of all families end with, but for a number.</summary>
    public static readonly string[] BaseNames = ["BasicBlock", "Bottleneck"];

    private const string AntiAliasKey = "aa";

    private readonly IReadOnlyList<Block> _blocks;

    /// <summary>A family whose blocks have alike layers, but for what strides in a convolution's place.</summary>
    public BlockFamily(string name, IReadOnlyList<Block> blocks)
    {
        (Name, _blocks) = (name, blocks);
        Parameters = new Parameters([.. blocks.Select(b => BlockNumbers.OfMainPath(b, Common(b)))]);
        Own = Layered(Common(Sample), Parameters.Expressions);
        Kept = new KeptNumbers(Own.SelectMany(l => KeptNumbers.Needed(l.Layer, l.Numbers)), Parameters);
    }

    /// <summary>The anti-aliased blocks of a family: the same layers, and one more.</summary>
    public BlockFamily(string name, BlockFamily of, IReadOnlyList<Block> blocks)
    {
        (Name, Base, _blocks) = (name, of, blocks);
        of.Extensions.Add(this);
        Parameters = new Parameters([.. blocks.Select(b =>
            of.ArgumentsOf(b).Concat(b.Residual.Where(IsAntiAlias).SelectMany(l => BlockNumbers.Of(l))).ToList())]);
        Own = Layered(Sample.Residual.Where(IsAntiAlias), Parameters.Expressions.Skip(of.Parameters.All.Count));
        Kept = new KeptNumbers(Own.SelectMany(l => KeptNumbers.Needed(l.Layer, l.Numbers)), Parameters, "AntiAlias", of.Parameters, of.Kept);
    }

    public string Name { get; }

    /// <summary>The family that these are the anti-aliased blocks of, or null.</summary>
    public BlockFamily? Base { get; }

    /// <summary>Whether the family has anti-aliased blocks beside its own.</summary>
    public bool IsExtended => Extensions.Count > 0;

    /// <summary>The families of its anti-aliased blocks.</summary>
    public List<BlockFamily> Extensions { get; } = [];

    /// <summary>A block of the family: all have the same layers, with other numbers.</summary>
    public Block Sample => _blocks[0];

    public Parameters Parameters { get; }

    /// <summary>The layers that the family's own class holds, each with its numbers: literals or names of parameters.</summary>
    public IReadOnlyList<(Layer Layer, IReadOnlyList<string> Numbers)> Own { get; }

    /// <summary>The numbers that the class keeps.</summary>
    public KeptNumbers Kept { get; }

    public List<BlockForm> Forms { get; } = [];

    /// <summary>Its forms, and those of its anti-aliased blocks.</summary>
    public IEnumerable<BlockForm> AllForms => Forms.Concat(Extensions.SelectMany(e => e.Forms));

    /// <summary>What strides in a convolution's place.</summary>
    public static bool IsAntiAlias(Layer layer) => layer.Key == AntiAliasKey;

    /// <summary>Whether something strides in a convolution's place.</summary>
    public static bool IsAntiAliased(Block block) => block.Residual.Any(IsAntiAlias);

    /// <summary>The layers that an anti-aliased block has in common with the others of its family.</summary>
    public static IEnumerable<Layer> Common(Block block) => block.MainPath.Where(l => !IsAntiAlias(l));

    /// <summary>Gives each layer its numbers out of those of all, in order.</summary>
    public static IReadOnlyList<(Layer Layer, IReadOnlyList<string> Numbers)> Layered(IEnumerable<Layer> layers, IEnumerable<string> numbers)
    {
        var rest = new Queue<string>(numbers);
        return [.. layers.Select(l => (l, (IReadOnlyList<string>)[.. BlockNumbers.Of(l).Select(_ => rest.Dequeue())]))];
    }

    /// <summary>What a block's family would best be called.</summary>
    public static string NameOf(Block block) =>
        (block.IsPreactivated ? "Preact" : "") + BaseNames[block.Kind.IsBottleneck() ? 1 : 0];

    /// <summary>The values of the family's parameters for one of its blocks.</summary>
    public IEnumerable<Argument> ArgumentsOf(Block block)
    {
        var place = 0;
        while (!ReferenceEquals(_blocks[place], block))
            place++;

        return Parameters.All.Select(p => new Argument(p.Name, p.Meaning, p.Values[place]));
    }
}

/// <summary>Blocks of a family with one kind of shortcut: a sealed class.</summary>
internal sealed class BlockForm
{
    public BlockForm(BlockFamily family, IReadOnlyList<Block> blocks, ChainCode? projection)
    {
        Family = family;
        Blocks = blocks;
        Projection = projection;
        Name = (projection?.ClassName ?? ShortcutCode.Prefix(Shortcut)) + family.Name;
        Parameters = new Parameters([.. blocks.Select(b => family.ArgumentsOf(b).Concat(BlockNumbers.OfShortcut(b)).ToList())]);
        Numbers = [.. Parameters.Expressions.Skip(family.Parameters.All.Count)];
        var needed = Projection is null
            ? Numbers
            : BlockFamily.Layered(Shortcut.Layers, Numbers).SelectMany(l => KeptNumbers.Needed(l.Layer, l.Numbers));
        Kept = new KeptNumbers(needed, Parameters, "Shortcut", family.Parameters, family.Kept);
    }

    public BlockFamily Family { get; }

    public IReadOnlyList<Block> Blocks { get; }

    public string Name { get; }

    /// <summary>The class of the projection, or null.</summary>
    public ChainCode? Projection { get; }

    public Shortcut Shortcut => Blocks[0].Shortcut;

    /// <summary>Parameters for the family's parameters first, then for the shortcut's numbers.</summary>
    public Parameters Parameters { get; }

    /// <summary>What stands for each number of the shortcut: a literal or a parameter's name.</summary>
    public IReadOnlyList<string> Numbers { get; }

    /// <summary>The numbers that the class keeps.</summary>
    public KeptNumbers Kept { get; }
}
