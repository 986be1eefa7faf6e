using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Comparison;

/// <summary>A layer, a shortcut or a whole block that is not what it was.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Change">What became of it.</param>
/// <param name="OldName">Its key within its place, <c>shortcut</c> or <c>block</c>; null where it is new.</param>
/// <param name="NewName">The same in the new network; null where it is no more.</param>
/// <param name="OldKind">What it was: <c>conv</c>, <c>relu</c>, <c>projection</c>, <c>bottleneck</c>; null where it is new.</param>
/// <param name="NewKind">What it is; null where it is no more.</param>
/// <param name="Facts">The settings that differ, where it is there in both networks.</param>
/// <param name="Sketch">The whole of it in short, where it was added or removed.</param>
/// <param name="IsTrainingOnly">Whether only training sees the change.</param>
public sealed record LayerChange(
    Place Place,
    Change Change,
    string? OldName,
    string? NewName,
    string? OldKind,
    string? NewKind,
    EquatableArray<FactChange> Facts,
    string Sketch,
    bool IsTrainingOnly)
{
    /// <summary>The name of a change to a whole block.</summary>
    public const string Block = "block";

    /// <summary>The name of a change to what carries a block's input past it.</summary>
    public const string Shortcut = "shortcut";

    /// <summary>Its name in the new network, or in the old one where it is no more.</summary>
    public string Name => NewName ?? OldName!;

    /// <summary>Whether a layer only takes the channels that others now give it, or a name that no tensor has.</summary>
    public bool IsDerived => Change == Change.Changed && OldKind == NewKind && Facts.Count > 0 && Facts.All(f => f.IsDerived);
}
