using ResNetGen.Architecture.Text;

namespace ResNetGen.Architecture.Locks;

/// <summary>A line of a lock.</summary>
/// <param name="Text">What it says, without the spaces around.</param>
/// <param name="Indent">How many spaces are before it.</param>
/// <param name="Site">Where that stands.</param>
internal readonly record struct LockLine(string Text, int Indent, Site Site)
{
    /// <summary>Whether it is a mark that a failed merge leaves.</summary>
    public bool IsConflict => Indent == 0
        && (Text.StartsWith("<<<<<<<", StringComparison.Ordinal) || Text.StartsWith("=======", StringComparison.Ordinal) || Text.StartsWith(">>>>>>>", StringComparison.Ordinal));

    /// <summary>Takes a text apart at LF, CR LF or CR, as the compiler does.</summary>
    public static IEnumerable<LockLine> Of(string path, string text)
    {
        for (var (number, start) = (0, 0); start < text.Length; number++)
        {
            var end = text.IndexOfAny(['\r', '\n'], start);
            end = end < 0 ? text.Length : end;
            var (from, to) = (start, end);
            while (from < to && text[from] == ' ')
                from++;
            while (to > from && text[to - 1] is ' ' or '\t')
                to--;

            yield return new LockLine(text.Substring(from, to - from), from - start, new Site(path, from, to - from, number, from - start, number, to - start));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }
    }
}
