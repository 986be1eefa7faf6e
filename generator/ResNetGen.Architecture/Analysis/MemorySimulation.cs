using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Analysis;

/// <summary>Runs a network on sizes alone: makes and frees what its generated code makes and frees, for one picture.</summary>
internal sealed class MemorySimulation
{
    private const int BytesPerNumber = 4;
    private const int BytesPerIndex = 8;

    private long _alive;

    /// <summary>The most bytes alive at once.</summary>
    public long Peak { get; private set; }

    /// <summary>The bytes that the backward pass needs.</summary>
    public long Saved { get; private set; }

    public void Run(Network network, ImageShape input)
    {
        // The caller's tensor: neither made nor freed here.
        var x = RunAll(network.Stem.Body, new Map(input, IsOurs: false), isOwned: false);
        x = RunAll(network.PoolRun, x, isOwned: true);
        for (var s = 0; s < network.StagesRun; s++)
            x = Stage(network.Stages[s], x);

        x = RunAll(network.Final, x, isOwned: true);
        if (network.Head is not { } head)
            return;

        x = RunAll([head.Pool], x, isOwned: true);
        x = RunAll(head.Dropout is { } dropout ? [dropout] : [], x with { Shape = new ImageShape((int)x.Shape.Elements, 1, 1) }, isOwned: true);
        RunAll([head.Classifier], x, isOwned: true);
    }

    // What goes into a stage lives until the stage is done.
    private Map Stage(Stage stage, Map input)
    {
        var x = input;
        for (var b = 0; b < stage.Blocks.Count; b++)
        {
            var output = Block(stage.Blocks[b], x);
            if (b > 0)
                Free(x);

            x = output;
        }

        Free(input);
        return x;
    }

    private Map Block(Block block, Map input)
    {
        if (block.IsPreactivated)
        {
            var start = RunAll(block.Before, input, isOwned: false);
            var beside = Aside(block.Shortcut, block.Shortcut is ProjectionShortcut ? start : input);
            var residual = RunAll(block.Residual, start, isOwned: true);
            FreeAside(beside);
            return residual;
        }

        var main = RunAll(block.Residual, input, isOwned: false);
        var aside = Aside(block.Shortcut, input);
        if (block.After is { } after)
            main = Activate(after, main, isOwned: true);

        FreeAside(aside);
        return main;
    }

    // Null where nothing is made: the identity, or a view of the input.
    private Map? Aside(Shortcut shortcut, Map input) => shortcut switch
    {
        ProjectionShortcut => RunAll(shortcut.Layers, input, isOwned: false),
        PaddedShortcut => Make(shortcut.Output(input.Shape)),
        _ => null,
    };

    private void FreeAside(Map? aside)
    {
        if (aside is not null)
            Free(aside);
    }

    private Map RunAll(IEnumerable<Layer> layers, Map x, bool isOwned)
    {
        foreach (var layer in LayerChain.Flatten(layers))
        {
            var output = layer is Activation activation ? Activate(activation, x, isOwned) : Run(layer, x);
            if (isOwned && !ReferenceEquals(output.Storage, x.Storage))
                Free(x);

            (x, isOwned) = (output, true);
        }

        return x;
    }

    private Map Activate(Activation activation, Map x, bool isOwned)
    {
        if (activation.Function == ActivationKind.Relu)
        {
            // In place where nobody else has the tensor; the result is what the backward pass needs.
            var result = isOwned ? x : Make(x.Shape);
            Save(result);
            return result;
        }

        Save(x);
        return Make(x.Shape);
    }

    private Map Run(Layer layer, Map x)
    {
        switch (layer)
        {
            case SqueezeExcitation s:
                return Weigh(x, (2L * s.Channels) + s.Hidden + s.Channels, saved: (3L * s.Channels) + s.Hidden);
            case ChannelAttention a:
                return Weigh(x, 3L * a.Channels, saved: 2L * a.Channels);
            case BlurPool blur:
                Save(x);
                return InRow([Grown(x.Shape, 2), Grown(x.Shape, 1)], blur.Output(x.Shape));
            case SameAveragePool:
                return InRow([Grown(x.Shape, 1)], x.Shape);
            case MaxPool { PadsWithZeros: true } pool:
                return InRow([Grown(x.Shape, 2 * pool.Shape.Padding)], pool.Output(x.Shape), hasIndices: true);
            case MaxPool:
                Save(x);
                var largest = Make(layer.Output(x.Shape));
                Saved = checked(Saved + (BytesPerIndex * largest.Shape.Elements));
                return largest;
            case GlobalAveragePool:
                return Make(layer.Output(x.Shape));
            case Dropout:
                // Only training makes a mask; in evaluation the result is the input itself.
                Saved = checked(Saved + (BytesPerNumber * x.Shape.Elements));
                return Make(x.Shape);
            default:
                Save(x);
                return Make(layer.Output(x.Shape));
        }
    }

    // A product with one weight for each channel.
    private Map Weigh(Map x, long small, long saved)
    {
        Save(x);
        _alive += BytesPerNumber * small;
        var output = Make(x.Shape);
        _alive -= BytesPerNumber * small;
        Saved = checked(Saved + (BytesPerNumber * saved));
        return output;
    }

    // Every step of a small class lives until it returns.
    private Map InRow(ImageShape[] steps, ImageShape result, bool hasIndices = false)
    {
        var made = Array.ConvertAll(steps, Make);
        var output = Make(result);
        foreach (var step in made)
        {
            Save(step);
            Free(step);
        }

        if (hasIndices)
            Saved = checked(Saved + (BytesPerIndex * result.Elements));

        return output;
    }

    private static ImageShape Grown(ImageShape shape, int by) => new(shape.Channels, shape.Height + by, shape.Width + by);

    private Map Make(ImageShape shape)
    {
        var map = new Map(shape, IsOurs: true);
        _alive = checked(_alive + map.Bytes);
        Peak = Math.Max(Peak, _alive);
        return map;
    }

    private void Free(Map map) => _alive -= map.IsOurs ? map.Bytes : 0;

    private void Save(Map map)
    {
        if (!map.IsOurs || map.Storage.IsSaved)
            return;

        map.Storage.IsSaved = true;
        Saved = checked(Saved + map.Bytes);
    }

    /// <summary>A tensor of one picture.</summary>
    private sealed record Map(ImageShape Shape, bool IsOurs)
    {
        public Storage Storage { get; init; } = new();

        public long Bytes => checked(BytesPerNumber * Shape.Elements);
    }

    private sealed class Storage
    {
        public bool IsSaved { get; set; }
    }
}
