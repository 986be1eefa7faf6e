using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Property.Tests.Specs;

/// <summary>A spec that was drawn.</summary>
/// <param name="Whole">All that it says.</param>
/// <param name="Depth">How many levels stand line by line in its text.</param>
/// <param name="Seed">What torch draws weights and drops from.</param>
/// <param name="Split">Where it is parted into two specs of which one extends the other, or null.</param>
internal sealed record DrawnSpec(Keys Whole, int Depth, int Seed, int? Split)
{
    private const string Path = "drawn.resnet.yaml";
    private const string PathOfBelow = "below/base.resnet.yaml";

    /// <summary>The text.</summary>
    public string Text => Whole.ToText(Depth);

    /// <summary>The texts of the extended spec and of the one that extends it, or null.</summary>
    public (string Below, string Above)? Parts
    {
        get
        {
            if (Split is not { } seed)
                return null;

            var (below, above) = new SpecSplit(seed).Part(Whole, PathOfBelow);
            return (below.ToText(Depth), above.ToText(Depth));
        }
    }

    /// <summary>Compiles the text.</summary>
    public CompiledSpec? Compile(Findings findings) => Compile(Text, below: null, findings);

    /// <summary>Compiles the two parts.</summary>
    public CompiledSpec? CompileParts(Findings findings) =>
        Parts is { } parts ? Compile(parts.Above, parts.Below, findings) : null;

    /// <summary>Smaller specs: fewer keys, smaller numbers.</summary>
    public IEnumerable<DrawnSpec> Smaller()
    {
        if (Split is not null)
            yield return this with { Split = null };
        if (Depth != 1)
            yield return this with { Depth = 1 };

        foreach (var smaller in Whole.Smaller())
            yield return this with { Whole = (Keys)smaller };
    }

    public override string ToString() => Parts is { } parts
        ? $"{Path}:\n{parts.Above}\n{PathOfBelow}:\n{parts.Below}\nwhich together say:\n{Text}"
        : Text;

    private static CompiledSpec? Compile(string text, string? below, Findings findings)
    {
        var document = SpecDocument.Parse(Path, text);
        var values = SpecChain.Merge(
            document, path => below is not null && path == PathOfBelow ? SpecDocument.Parse(path, below) : null, [], findings);
        return values is null ? null : CompiledSpec.Compile(values, document.FallbackName, findings);
    }
}
