namespace ResNetGen.Architecture;

/// <summary>The version that generated code names as its origin.</summary>
public static class ResNetGenVersion
{
    /// <summary>Equal to the packages' version, as a test proves.</summary>
    public const string Text = "0.1.0";
}
