namespace ResNetGen.Architecture.Tests.Support;

/// <summary>Generated classes as text. This file is compiled into each project that compares them.</summary>
internal static class GeneratedText
{
    private const string Start = "public const string Spec =";

    /// <summary>Takes the quoted spec out: two spellings of one network are the same class but for it.</summary>
    public static string WithoutSpec(string source)
    {
        var start = source.IndexOf(Start, StringComparison.Ordinal);
        return start < 0 ? throw new ArgumentException("The class quotes no spec.", nameof(source))
            : source.Remove(start, source.IndexOf(";\n", start, StringComparison.Ordinal) - start);
    }
}
