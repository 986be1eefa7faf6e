using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Comparison;

/// <summary>What became of a tensor of the state dict.</summary>
public enum KeyFate
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is no more.</summary>
    Removed,

    /// <summary>It has another key, and fits.</summary>
    Renamed,

    /// <summary>It has its key, and another shape.</summary>
    Reshaped,

    /// <summary>It was a parameter and is a buffer, or the other way.</summary>
    Retyped,
}

/// <summary>A tensor of the state dict that is not what it was.</summary>
/// <param name="Fate">What became of it.</param>
/// <param name="Place">The part of the network that has it; where it was, if it is no more.</param>
/// <param name="Old">What it was, with its full key; null where it is new.</param>
/// <param name="New">What it is, with its full key; null where it is no more.</param>
/// <param name="OldName">The old key within its place; null where it is new.</param>
/// <param name="NewName">The new key within its place; null where it is no more.</param>
public sealed record KeyChange(KeyFate Fate, Place Place, StateEntry? Old, StateEntry? New, string? OldName, string? NewName);
