using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture.Language;

/// <summary>One key of the language: the single description that parsing, attributes and documentation share.</summary>
public abstract class Key(string name, string description, string example)
{
    /// <summary>The key as YAML has it, in snake_case.</summary>
    public string Name => name;

    /// <summary>What it says, in a sentence or two.</summary>
    public string Description => description;

    /// <summary>A value that one could write.</summary>
    public string Example => example;

    /// <summary>Whether a spec without it is an error.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What holds where nobody says it, for documentation.</summary>
    public abstract string DefaultText { get; }

    /// <summary>What it may hold.</summary>
    public abstract Shape Holds { get; }

    internal abstract void Read(SpecValue value, Section into, Findings findings);
}

/// <summary>One key of the language and the type that its values have.</summary>
/// <param name="name">The key as YAML has it.</param>
/// <param name="shape">What it may hold.</param>
/// <param name="description">What it says.</param>
/// <param name="example">A value that one could write.</param>
/// <param name="fallback">How the default reads in the documentation; the lowering knows its value.</param>
public sealed class Key<T>(string name, Shape<T> shape, string description, string example, string fallback = "")
    : Key(name, description, example)
{
    /// <inheritdoc/>
    public override Shape Holds => shape;

    /// <inheritdoc/>
    public override string DefaultText => fallback;

    internal override void Read(SpecValue value, Section into, Findings findings)
    {
        if (shape.TryRead(value, findings, out var result))
            into.Set(this, new Said<T>(result, value.Site));
    }
}
