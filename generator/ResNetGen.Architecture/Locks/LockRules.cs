#pragma warning disable CS1591 // each entry describes itself in its text

using ResNetGen.Architecture.Diagnostics;

namespace ResNetGen.Architecture.Locks;

/// <summary>Every mistake in architecture locks.</summary>
public static class LockRules
{
    public static readonly Rule Differs = new(
        "RNG1025", "The architecture differs from its lock", "{0}{1}: 'resnetgen snapshot {2}' accepts the change");

    public static readonly Rule Malformed = new(
        "RNG1026", "The lock cannot be read", "{0}: 'resnetgen snapshot {1}' writes it anew");

    public static readonly Rule Orphan = new(
        "RNG1027", "A lock without a spec", "there is no spec '{0}' beside this lock{1}", Severity.Warning);
}
