using ResNetGen.Architecture.Locks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Generator.Specs;

/// <summary>A lock with the spec files that it is about: equal to another while none of them has changed.</summary>
/// <param name="Lock">The lock.</param>
/// <param name="Chain">The spec beside it, the one which that extends, and so on; empty where there is none.</param>
/// <param name="Known">Where a spec is missing, the names of those that exist; otherwise empty.</param>
internal sealed record LockedFiles(LockDocument Lock, EquatableArray<SpecDocument> Chain, EquatableArray<string> Known);
