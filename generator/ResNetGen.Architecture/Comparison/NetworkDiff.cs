using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>What differs between two networks, by meaning.</summary>
/// <param name="OldName">The old network's name.</param>
/// <param name="NewName">The new network's name.</param>
/// <param name="OldHash">The old network's <see cref="NetworkHash"/>.</param>
/// <param name="NewHash">The new network's <see cref="NetworkHash"/>.</param>
/// <param name="Numbers">Depth, parameters, MACs, memory and the like, whether or not they differ; always the same, in the same order.</param>
/// <param name="Parts">Stem, stages and head whose parameters or MACs differ.</param>
/// <param name="Taps">Taps whose shape, stride or receptive field differs.</param>
/// <param name="Settings">What of the whole network differs: input, taps, head.</param>
/// <param name="Layers">Layers, shortcuts and blocks that differ, by place.</param>
/// <param name="Keys">Tensors of the state dict that differ, by place.</param>
/// <param name="Training">What only training sees of the whole network.</param>
/// <param name="Pairs">How many layers of each kind of the old network are in the new one, changed or not.</param>
public sealed record NetworkDiff(
    string OldName,
    string NewName,
    string OldHash,
    string NewHash,
    EquatableArray<NumberChange> Numbers,
    EquatableArray<PartChange> Parts,
    EquatableArray<TapChange> Taps,
    EquatableArray<FactChange> Settings,
    EquatableArray<LayerChange> Layers,
    EquatableArray<KeyChange> Keys,
    EquatableArray<FactChange> Training,
    EquatableArray<NumberChange> Pairs)
{
    /// <summary>Whether the two are the same network, whatever they are called and however they are written.</summary>
    public bool IsSame => OldHash == NewHash;

    /// <summary>Whether the two compute something else in evaluation, for the same weights.</summary>
    public bool IsOtherFunction =>
        Layers.Any(l => !l.IsTrainingOnly && !(l.Facts.Count > 0 && l.OldKind == l.NewKind && l.Facts.All(f => f.Name == FactChange.Key)))
        || Settings.Any(s => s.Name is not ("input" or "taps"));

    /// <summary>Whether only training sees a difference.</summary>
    public bool IsTrainingOnly => !IsSame && !IsOtherFunction && Keys.Count == 0 && Settings.Count == 0 && Layers.All(l => l.IsTrainingOnly);

    /// <summary>Returns a number of <see cref="Numbers"/>.</summary>
    public NumberChange Number(string name) => Numbers.First(n => n.Name == name);
}
