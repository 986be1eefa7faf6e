using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Locks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Generator.Specs;

/// <summary>Compares a lock with its spec, whether or not a class uses the spec.</summary>
internal static class LockCheck
{
    /// <summary>Returns what is wrong with the lock, or with its spec by itself.</summary>
    public static EquatableArray<Finding> Of(LockedFiles files, CancellationToken cancellation)
    {
        var findings = new Findings();
        findings.AddRange(files.Lock.Findings);
        try
        {
            if (files.Chain.Count == 0)
                AddOrphan(files, findings);
            else if (files.Lock.Entries is not null && Compile(files, findings, cancellation) is { } spec
                && LockComparer.Find(files.Lock, LockFacts.Of(spec, cancellation)) is { } differs)
            {
                findings.Add(differs);
            }
        }
#pragma warning disable CA1031 // whatever goes wrong becomes a diagnostic: a generator never throws
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            findings.Add(Rules.InternalError, Site.StartOf(files.Lock.Path), e.Message);
        }

        return findings.ToArray();
    }

    private static CompiledSpec? Compile(LockedFiles files, Findings findings, CancellationToken cancellation)
    {
        var found = new Findings();
        var spec = files.Chain[0];
        var merged = SpecChain.Merge(
            spec, path => files.Chain.FirstOrDefault(d => SpecPath.Normalize(d.Path) == path), files.Known, found, cancellation);
        var compiled = merged is null || found.HasErrors ? null : CompiledSpec.Compile(merged, spec.FallbackName, found, cancellation);
        findings.AddRange(found.ToArray());
        return compiled;
    }

    private static void AddOrphan(LockedFiles files, Findings findings)
    {
        var name = SpecPath.NameOf(LockPath.SpecOf(files.Lock.Path)) + SpecDocument.Extension;
        findings.Add(LockRules.Orphan, Site.StartOf(files.Lock.Path), name, NearestWord.Hint(name, files.Known));
    }
}
