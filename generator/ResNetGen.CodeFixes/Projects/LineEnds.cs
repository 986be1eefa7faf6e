using Microsoft.CodeAnalysis.Text;

namespace ResNetGen.CodeFixes.Projects;

/// <summary>What ends the lines of a text.</summary>
internal static class LineEnds
{
    /// <summary>Returns the end of the first line, or LF where there is but one.</summary>
    public static string Of(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak == first.End
            ? "\n"
            : text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
    }
}
