namespace ResNetGen.Weights.Files;

/// <summary>Files that are not read, by their first bytes, with what to do about them.</summary>
internal static class ForeignFormats
{
    private const string Resave = "re-save it in PyTorch 1.6 or newer with torch.save(torch.load(f), f)";

    // A pickle of PyTorch's magic number 0x1950a86a20f9469cfc6c, whatever its protocol.
    private static ReadOnlySpan<byte> LegacyMagic => [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e];

    /// <summary>Returns what the file is and why it is not read; null where its first bytes say nothing.</summary>
    public static string? Find(ReadOnlySpan<byte> start)
    {
        if (start.Length > 14 && start[0] == 0x80 && start[2..].StartsWith(LegacyMagic))
            return $"it is PyTorch's format of before 1.6: {Resave}";
        if (start.Length > 262 && start[257..].StartsWith("ustar"u8))
            return $"it is a tar archive; if PyTorch of before 0.1.10 wrote it, {Resave}";
        if (start.Length > 2 && start[0] == 0x80 && start[1] is >= 1 and <= 5)
            return $"it is a bare pickle, no checkpoint: if torch.load reads it, {Resave}";

        return Signature(start);
    }

    private static string? Signature(ReadOnlySpan<byte> start)
    {
        if (Is(start, 0x89, 'H', 'D', 'F'))
            return "it is an HDF5 file (Keras, MATLAB)";
        if (Is(start, 0x93, 'N', 'U', 'M', 'P', 'Y'))
            return "it is a NumPy array; write a safetensors file in its place";
        if (Is(start, 0x1f, 0x8b))
            return "it is compressed by gzip: unpack it first";
        if (Is(start, 'B', 'Z', 'h'))
            return "it is compressed by bzip2: unpack it first";
        if (Is(start, 0xfd, '7', 'z', 'X', 'Z', 0))
            return "it is compressed by xz: unpack it first";
        if (Is(start, 0x28, 0xb5, 0x2f, 0xfd))
            return "it is compressed by zstd: unpack it first";
        if (Is(start, '7', 'z', 0xbc, 0xaf, 0x27, 0x1c))
            return "it is a 7z archive: unpack it first";
        if (start.StartsWith("Rar!"u8))
            return "it is a RAR archive: unpack it first";
        if (start.StartsWith("GGUF"u8))
            return "it is a GGUF file";
        if (start.Length > 8 && start[4..].StartsWith("TFL3"u8))
            return "it is a TensorFlow Lite model";
        if (start.Length > 4 && start[0] == 8 && start[1] is >= 1 and <= 15 && start[2] is 0x12 or 0x3a)
            return "it is an ONNX model; its weights are not read";

        return Text(start);
    }

    private static string? Text(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith("version https://git-lfs"u8))
            return "it is a pointer of Git LFS, not the file itself: run git lfs pull";
        if (start.StartsWith("<!"u8) || start.StartsWith("<html"u8) || start.StartsWith("<HTML"u8) || start.StartsWith("<?xml"u8))
            return "it is a page of HTML or XML: the download failed";
        return start.Length > 1 && start[0] is (byte)'{' or (byte)'['
            ? "it is a JSON text, such as the index of a checkpoint in parts: open the parts"
            : null;
    }

    private static bool Is(ReadOnlySpan<byte> start, params ReadOnlySpan<int> signature)
    {
        if (start.Length < signature.Length)
            return false;

        for (var i = 0; i < signature.Length; i++)
        {
            if (start[i] != signature[i])
                return false;
        }

        return true;
    }
}
