using System.Text;

namespace ResNetGen.Weights.Archives;

/// <summary>Which names a file of an archive may have: one folder and paths below it.</summary>
internal static class EntryNames
{
    private const int MaxLength = 1024;
    private static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>Reads an entry's name.</summary>
    /// <exception cref="CheckpointException">The name leads elsewhere, or is none.</exception>
    public static string Read(ReadOnlySpan<byte> name, long at)
    {
        if (name.Length is 0 or > MaxLength)
            throw new CheckpointException($"byte {at}: a zip entry's name has {name.Length} bytes; 1 to {MaxLength} are read");

        string text;
        try
        {
            text = Utf8.GetString(name);
        }
        catch (DecoderFallbackException e)
        {
            throw new CheckpointException($"byte {at}: a zip entry's name is no valid UTF-8", e);
        }

        return Fault(text) is { } fault
            ? throw new CheckpointException($"byte {at}: the zip entry {Files.Quoted.Name(text)} {fault}")
            : text;
    }

    /// <summary>Returns the one folder that all entries lie in.</summary>
    public static string Root(IReadOnlyList<DirectoryEntry> entries)
    {
        var first = entries[0].Name;
        var root = first[..(first.IndexOf('/', StringComparison.Ordinal) + 1)];
        if (root.Length == 0 && first.EndsWith(".npy", StringComparison.Ordinal))
            throw new CheckpointException($"it is NumPy's .npz (it has {entries[0].Quoted}); write a safetensors file in its place");
        if (root.Length == 0)
            throw new CheckpointException($"the zip entry {entries[0].Quoted} lies in no folder; PyTorch writes one that holds all");

        var other = entries.FirstOrDefault(e => !e.Name.StartsWith(root, StringComparison.Ordinal));
        return other is null
            ? root
            : throw new CheckpointException($"the zip entries {entries[0].Quoted} and {other.Quoted} lie in different folders; PyTorch writes one that holds all");
    }

    private static string? Fault(string name)
    {
        if (name.Any(char.IsControl))
            return "has a control character in its name";
        if (name.Contains('\\', StringComparison.Ordinal))
            return "has a backslash in its name";
        if (name[0] == '/')
            return "has an absolute name";
        if (name.Length > 1 && name[1] == ':')
            return "has a drive in its name";

        var parts = name.Split('/');
        if (parts[^1].Length == 0)
            return "is a folder";
        return parts.Any(p => p is "" or "." or "..") ? "leads out of its folder" : null;
    }
}
