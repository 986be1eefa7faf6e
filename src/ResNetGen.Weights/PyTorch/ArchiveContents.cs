using System.Globalization;
using System.Text;
using ResNetGen.Weights.Archives;
using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.PyTorch;

/// <summary>Which files an archive of PyTorch has. Others are refused by name: what is not read has no business there.</summary>
internal static class ArchiveContents
{
    public const string Pickle = "data.pkl";
    public const string StorageFolder = "data/";
    private const int MaxVersion = 10;

    /// <summary>Checks the names, the byte order and the version.</summary>
    /// <exception cref="CheckpointException">The archive is not one of torch.save, or not of a machine like this.</exception>
    public static void Check(Archive archive)
    {
        if (archive.Entries.FirstOrDefault(IsScript) is { } script)
        {
            throw new CheckpointException(
                $"it is a TorchScript program (it has {Quoted.Name(script.Name)}); save its weights in Python: torch.save(torch.jit.load(f).state_dict(), g)");
        }

        if (archive.Find(Pickle) is null)
            throw new CheckpointException($"it is a zip archive without data.pkl, not one of torch.save: it has {Quoted.Names(archive.Entries.Select(e => e.Name))}");
        if (archive.Entries.FirstOrDefault(e => !IsKnown(e.Name)) is { } foreign)
            throw new CheckpointException($"the zip entry {Quoted.Name(foreign.Name)} is none that torch.save writes");

        CheckByteOrder(archive);
        CheckVersion(archive);
    }

    private static bool IsScript(ArchiveEntry entry) =>
        entry.Name is "constants.pkl" or "model.json" || entry.Name.StartsWith("code/", StringComparison.Ordinal)
        || entry.Name.StartsWith("constants/", StringComparison.Ordinal) || entry.Name.EndsWith("/extern_modules", StringComparison.Ordinal);

    private static bool IsKnown(string name) =>
        name is Pickle or "version" or "byteorder" or ".format_version" or ".storage_alignment" or ".data/serialization_id"
        || (name.StartsWith(StorageFolder, StringComparison.Ordinal) && name.IndexOf('/', StorageFolder.Length) < 0);

    private static void CheckByteOrder(Archive archive)
    {
        if (archive.Find("byteorder") is not { } entry)
            return;

        var order = Encoding.Latin1.GetString(archive.ReadSmall(entry, 16));
        if (!string.Equals(order, "little", StringComparison.Ordinal))
            throw new CheckpointException($"its byte order is {Quoted.Name(order)}; only little-endian files are read: re-save it on such a machine");
    }

    private static void CheckVersion(Archive archive)
    {
        if (archive.Find("version") is not { } entry)
            return;

        var version = Encoding.Latin1.GetString(archive.ReadSmall(entry, 16));
        var digits = version.EndsWith('\n') ? version[..^1] : version;
        if (!digits.All(char.IsAsciiDigit) || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MaxVersion)
            throw new CheckpointException($"its version is {Quoted.Name(version)}; 1 to {MaxVersion} are read");
    }
}
