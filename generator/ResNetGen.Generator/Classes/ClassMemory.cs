using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Generator.Classes;

/// <summary>
/// Remembers what was read of each class while nothing changes that it was read from: an edit elsewhere binds nothing.
/// </summary>
/// <remarks>
/// A class stays as it was read while the compilation keeps its references and options, and no file that came, went or
/// changed declares one of the names that were bound. Why not <c>ForAttributeWithMetadataName</c>: docs/decisions/0018.
/// </remarks>
internal sealed class ClassMemory
{
    private readonly object _gate = new();
    private readonly List<WeakReference<Remembered>> _all = [];
    private ConditionalWeakTable<SyntaxNode, Remembered> _byNode = new();
    private WeakReference<Compilation>? _seen;

    /// <summary>Returns what <paramref name="declaration"/> says, read anew only where it may have changed.</summary>
    public NetworkClass? Read(TypeDeclarationSyntax declaration, SemanticModel model, CancellationToken cancellation)
    {
        lock (_gate)
        {
            Advance(model.Compilation, cancellation);
            if (_byNode.TryGetValue(declaration, out var known) && !known.IsStale)
                return known.Class;
        }

        var (network, names) = ClassReader.Read(declaration, model, cancellation);
        if (names is null)
            return network;

        lock (_gate)
        {
            // Another compilation may have come between.
            if (_seen is null || !_seen.TryGetTarget(out var seen) || seen != model.Compilation)
                return network;

            var remembered = new Remembered(network, names);
            _byNode.Remove(declaration);
            _byNode.Add(declaration, remembered);
            _all.Add(new WeakReference<Remembered>(remembered));
        }

        return network;
    }

    private void Advance(Compilation now, CancellationToken cancellation)
    {
        if (_seen is not null && _seen.TryGetTarget(out var before))
        {
            if (before == now)
                return;

            if (Changes.Between(before, now, cancellation) is { } declared)
            {
                Forget(declared);
                _seen.SetTarget(now);
                return;
            }
        }

        _byNode = new ConditionalWeakTable<SyntaxNode, Remembered>();
        _all.Clear();
        _seen = new WeakReference<Compilation>(now);
    }

    private void Forget(HashSet<string> declared) => _all.RemoveAll(reference =>
    {
        if (!reference.TryGetTarget(out var remembered) || remembered.IsStale)
            return true;

        remembered.IsStale = remembered.Names.Any(declared.Contains);
        return remembered.IsStale;
    });

    private sealed class Remembered(NetworkClass? network, EquatableArray<string> names)
    {
        public NetworkClass? Class { get; } = network;

        public EquatableArray<string> Names { get; } = names;

        public bool IsStale { get; set; }
    }
}
