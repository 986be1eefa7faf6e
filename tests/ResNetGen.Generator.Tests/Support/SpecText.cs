using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ResNetGen.Generator.Tests.Support;

/// <summary>An additional file that lies in memory.</summary>
internal sealed class SpecText(string path, SourceText text) : AdditionalText
{
    public SpecText(string path, string text)
        : this(path, SourceText.From(text))
    {
    }

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;
}
