namespace ResNetGen.Architecture.Specs;

/// <summary>What kinds of block have in common.</summary>
public static class BlockKinds
{
    /// <summary>Whether norm and activation come before the convolutions.</summary>
    public static bool IsPreactivated(this BlockKind kind) => kind is BlockKind.PreactBasic or BlockKind.PreactBottleneck;

    /// <summary>Whether a 3x3 convolution stands between two 1x1, not two 3x3 in a row.</summary>
    public static bool IsBottleneck(this BlockKind kind) => kind is BlockKind.Bottleneck or BlockKind.PreactBottleneck;
}
