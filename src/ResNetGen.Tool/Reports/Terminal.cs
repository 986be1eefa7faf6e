namespace ResNetGen.Tool.Reports;

/// <summary>What standard output is: a terminal that a person looks at, or a file or program that takes plain text.</summary>
internal static class Terminal
{
    private const int Utf8 = 65001;
    private const int Utf16 = 1200;

    // Narrower than anybody's.
    private const int Narrowest = 40;

    /// <summary>Whether results may have colours, borders and the terminal's width.</summary>
    public static bool IsRich { get; private set; }

    /// <summary>Whether standard error is a terminal, where progress may be shown.</summary>
    public static bool ShowsProgress { get; private set; }

    /// <summary>The terminal's width in characters; null where there is no terminal.</summary>
    public static int? Width { get; private set; }

    /// <summary>Whether lines may be drawn with characters beyond ASCII.</summary>
    public static bool HasUnicode => Console.OutputEncoding.CodePage is Utf8 or Utf16;

    /// <summary>Finds out what there is.</summary>
    /// <param name="noColor">Whether plain text is asked for.</param>
    /// <param name="toFile">Whether the result goes to a file.</param>
    public static void Configure(bool noColor, bool toFile)
    {
        var plain = noColor
            || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
        IsRich = !plain && !toFile && !Console.IsOutputRedirected;
        ShowsProgress = !plain && !Console.IsErrorRedirected;
        Width = IsRich ? Math.Max(Narrowest, Columns()) : null;
    }

    /// <summary>Returns text that a terminal shows bold.</summary>
    public static string Bold(string text) => Escaped(text, "1");

    /// <summary>Returns text that a terminal shows less bright.</summary>
    public static string Dim(string text) => Escaped(text, "2");

    /// <summary>Returns text that a terminal shows in red.</summary>
    public static string Red(string text) => Escaped(text, "31");

    /// <summary>Returns text that a terminal shows in yellow.</summary>
    public static string Yellow(string text) => Escaped(text, "33");

    private static string Escaped(string text, string code) => IsRich ? $"\e[{code}m{text}\e[0m" : text;

    private static int Columns()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
