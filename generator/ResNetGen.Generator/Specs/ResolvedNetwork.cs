using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Generator.Specs;

/// <summary>What a class becomes.</summary>
/// <param name="Source">What source is made from, or null where none is.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record ResolvedNetwork(NetworkSource? Source, EquatableArray<Finding> Findings)
{
    /// <summary>Compiles the class's spec.</summary>
    public static ResolvedNetwork Resolve(NetworkInput input, CancellationToken cancellation)
    {
        var findings = new Findings();
        findings.AddRange(input.Class.Findings);
        findings.AddRange(input.Findings);
        if (input.Class.Target is not { } target)
            return new ResolvedNetwork(Source: null, findings.ToArray());

        CompiledSpec? compiled = null;
        try
        {
            if (!findings.HasErrors)
            {
                var said = input.Class.Said;
                var values = input.Spec switch
                {
                    null => said,
                    var file when said.Entries.Count == 0 => file,
                    var file => Overlay.Merge(said, file),
                };
                var name = input.FallbackName.Length > 0 ? input.FallbackName : target.Name.TrimStart('@');
                compiled = CompiledSpec.Compile(values, name, findings, cancellation);
            }
        }
#pragma warning disable CA1031 // whatever goes wrong becomes a diagnostic: a generator never throws
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            findings.Add(Rules.InternalError, input.Class.Said.Site, e.Message);
        }

        return new ResolvedNetwork(new NetworkSource(target, input.Class.HintName, compiled, compiled?.Text), findings.ToArray());
    }
}

/// <summary>What a class's source is made from: nothing here changes when a comment in a spec does.</summary>
/// <param name="Target">The class to fill.</param>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Spec">The compiled spec, or null for a shell.</param>
/// <param name="Text">The spec's text, which the class quotes: equal networks may be written differently.</param>
internal sealed record NetworkSource(CSharpTarget Target, string HintName, CompiledSpec? Spec, string? Text)
{
    /// <summary>Returns the source.</summary>
    public string Emit(CancellationToken cancellation) =>
        Spec is null ? CSharpEmitter.EmitShell(Target) : CSharpEmitter.Emit(Spec, Target, cancellation);
}
