namespace ResNetGen.Architecture.Text;

/// <summary>A place in a text: what a diagnostic points at. Lines and columns count from 0.</summary>
/// <param name="Path">The file's path as it was handed in.</param>
/// <param name="Start">The first character's offset in the text.</param>
/// <param name="Length">How many characters it spans.</param>
/// <param name="StartLine">The line it starts on.</param>
/// <param name="StartColumn">The column it starts at.</param>
/// <param name="EndLine">The line it ends on.</param>
/// <param name="EndColumn">The column behind its last character.</param>
public readonly record struct Site(
    string Path, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>The start of a file, for what has no better place.</summary>
    public static Site StartOf(string path) => new(path, 0, 0, 0, 0, 0, 0);
}
