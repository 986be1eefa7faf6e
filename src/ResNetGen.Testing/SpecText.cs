using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ResNetGen.Testing;

/// <summary>An additional file that lies in memory.</summary>
/// <param name="path">The path that the compiler sees; nothing need lie there.</param>
/// <param name="text">The text.</param>
public sealed class SpecText(string path, SourceText text) : AdditionalText
{
    /// <summary>Makes a file of a text.</summary>
    /// <param name="path">The path that the compiler sees; nothing need lie there.</param>
    /// <param name="text">The text.</param>
    public SpecText(string path, string text)
        : this(path, SourceText.From(text))
    {
    }

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
