using ResNetGen.Weights.TorchSharp;

namespace ResNetGen.Weights.Files;

/// <summary>Tells a file's format from its first bytes; names say nothing.</summary>
internal static class FormatDetector
{
    private const int Looked = 1024;

    /// <summary>Returns the format that the file's first bytes tell.</summary>
    /// <exception cref="CheckpointException">The file is empty, or of a format that is not read.</exception>
    public static CheckpointFormat Detect(FileBytes file)
    {
        if (file.Length == 0)
            throw new CheckpointException("the file is empty");

        var start = file.Read(0, (int)Math.Min(file.Length, Looked)).AsSpan();
        if (start.StartsWith("PK"u8) && (start.Length < 4 || (start[2] <= 8 && start[3] <= 8)))
            return CheckpointFormat.PyTorch;

        // TorchSharp's format has no signature, and a count of 256 tensors looks like a pickle: a first entry that makes sense decides.
        if (EntryHeader.LooksLikeOne(start))
            return CheckpointFormat.TorchSharp;
        if (start.Length > 8 && start[8] == '{')
            return CheckpointFormat.SafeTensors;

        return ForeignFormats.Find(start) is { } reason
            ? throw new CheckpointException($"the file cannot be read: {reason}")
            : CheckpointFormat.TorchSharp;
    }
}
