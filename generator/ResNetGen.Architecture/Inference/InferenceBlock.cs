using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Inference;

/// <summary>What inference makes of a block's main path.</summary>
/// <param name="Before">What a projection starts from, too; none where that is the block's input.</param>
/// <param name="Body">What runs before the sum.</param>
/// <param name="Last">The convolution that computes the sum and its activation as well, or null where they are by themselves.</param>
/// <param name="After">The activation of a sum that is by itself, or null.</param>
public sealed record InferenceBlock(
    IReadOnlyList<InferenceStep> Before, IReadOnlyList<InferenceStep> Body, InferenceStep? Last, Activation? After)
{
    /// <summary>Returns what inference makes of <paramref name="block"/>'s main path.</summary>
    public static InferenceBlock Of(Block block)
    {
        var (before, body) = (InferenceStep.Of(block.Before), InferenceStep.Of(block.Residual));
        return body[body.Count - 1] is { Layer: Convolution, Activation: null } last
            ? new InferenceBlock(before, [.. body.Take(body.Count - 1)], last with { Activation = block.After }, After: null)
            : new InferenceBlock(before, body, Last: null, block.After);
    }

    /// <summary>Every step of the main path.</summary>
    public IEnumerable<InferenceStep> Steps => Before.Concat(Body).Concat(Last is null ? [] : [Last]);

    /// <summary>Whether the block writes its sum over its own input: its input must be nobody else's.</summary>
    public static bool OverwritesInput(Block block) => block.Shortcut is IdentityShortcut or SubsampledShortcut;
}
