using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Tests.Support;

/// <summary>A text in which <c>«</c> and <c>»</c> enclose the token that a finding must point at.</summary>
/// <param name="Text">The text without the marks.</param>
/// <param name="Site">Where the marked token stands.</param>
internal sealed record Marked(string Text, Site Site)
{
    public static Marked Parse(string marked, string path = "net.resnet.yaml")
    {
        var start = marked.IndexOf('«');
        var end = marked.IndexOf('»') - 1;
        var text = marked.Replace("«", "").Replace("»", "");
        var (startLine, startColumn) = Place(text, start);
        var (endLine, endColumn) = Place(text, end);
        return new Marked(text, new Site(path, start, end - start, startLine, startColumn, endLine, endColumn));
    }

    /// <summary>The same mistake as other editors would write it: line ends, and letters of more than one byte or unit before it.</summary>
    public static IEnumerable<string> Variants(string marked)
    {
        const string comment = "# größe 模型 😀\n";
        var lf = marked.Replace("\r\n", "\n");
        return from start in new[] { "", comment } from end in new[] { "\n", "\r\n", "\r" } select (start + lf).Replace("\n", end);
    }

    private static (int Line, int Column) Place(string text, int offset)
    {
        var (line, start) = (0, 0);
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                (line, start) = (line + 1, i + 1);
        }

        return (line, offset - start);
    }
}
