namespace ResNetGen.Architecture.Diagnostics;

/// <summary>How grave a finding is.</summary>
public enum Severity
{
    /// <summary>Legal, but probably not meant.</summary>
    Warning,

    /// <summary>No network can be made of it.</summary>
    Error,
}
