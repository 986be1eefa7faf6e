using System.Text;

namespace ResNetGen.Fuzz.Limits;

/// <summary>Files that no network needs, or that only look as if.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Expected">The id of the one diagnostic that they get; null where they are legal.</param>
/// <param name="IsAtOnce">Whether the text is refused before the parser sees it.</param>
/// <param name="Files">The files: the first is the one that a class names.</param>
internal sealed record Attack(string Name, string? Expected, bool IsAtOnce, Func<IReadOnlyList<(string Path, byte[] Bytes)>> Files)
{
    private const string Main = "net.resnet.yaml";

    /// <summary>A text that is refused with one diagnostic, or is legal.</summary>
    public static Attack Of(string name, string? expected, Func<string> text) => Of(name, expected, () => Encoding.UTF8.GetBytes(text()));

    /// <summary>A text that is refused before it is parsed.</summary>
    public static Attack AtOnce(string name, string expected, Func<string> text) => Of(name, expected, text) with { IsAtOnce = true };

    /// <summary>The bytes of a file.</summary>
    public static Attack Of(string name, string? expected, Func<byte[]> bytes) => new(name, expected, IsAtOnce: false, () => [(Main, bytes())]);

    /// <summary>Several files.</summary>
    public static Attack Of(string name, string? expected, Func<IEnumerable<(string Path, string Text)>> files) =>
        new(name, expected, IsAtOnce: false, () => [.. files().Select(f => (f.Path, Encoding.UTF8.GetBytes(f.Text)))]);

    public override string ToString() => Name;
}
