using System.Collections.Immutable;

namespace ResNetGen.Fuzz.Cases;

/// <summary>What the generator is fed: spec files, the first of which a class names, and what its attribute says on top.</summary>
/// <param name="Files">The files; the first is the class's, the others may be extended.</param>
/// <param name="Attribute">What the attribute says beside the file.</param>
internal sealed record FuzzCase(ImmutableArray<SpecFile> Files, ImmutableArray<AttributeSaid> Attribute)
{
    /// <summary>A case of one file.</summary>
    public static FuzzCase Of(string text, string path = "net.resnet.yaml") => new([new SpecFile(path, text)], []);

    /// <summary>The file that the class names.</summary>
    public SpecFile Main => Files[0];

    /// <summary>The characters of all files.</summary>
    public int Length => Files.Sum(f => f.Text.Length);

    /// <summary>Returns the case with another text in the file at <paramref name="index"/>.</summary>
    public FuzzCase WithText(int index, string text) => this with { Files = Files.SetItem(index, Files[index] with { Text = text }) };

    /// <summary>The text of a corpus file.</summary>
    public override string ToString() => CaseText.Write(this);
}

/// <summary>A spec file.</summary>
/// <param name="Path">Its path, relative to the class's source.</param>
/// <param name="Text">Its text, as the compiler hands it over.</param>
internal sealed record SpecFile(string Path, string Text);

/// <summary>One argument of the attribute.</summary>
/// <param name="Name">The argument's name.</param>
/// <param name="Values">Its value in C# without type names (<c>20</c>, <c>Bottleneck</c>, <c>c2</c>); of an array, each of its elements.</param>
internal sealed record AttributeSaid(string Name, ImmutableArray<string> Values);
