namespace ResNetGen.LibTorch.Interop;

/// <summary>How a backward pass runs.</summary>
[Flags]
internal enum GradientFlags
{
    None = 0,

    /// <summary>What a second pass needs is kept.</summary>
    RetainGraph = 1,

    /// <summary>The pass itself is recorded.</summary>
    CreateGraph = 2,

    /// <summary>An output may not depend on an input.</summary>
    AllowUnused = 4,
}
