namespace ResNetGen.Training.Data;

/// <summary>Reads JPEG and PNG files, told apart by their first bytes whatever their names say, and writes PNG files.</summary>
public static class ImageFile
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
    private static readonly byte[] JpegSignature = [0xFF, 0xD8, 0xFF];

    /// <summary>Reads and decodes a file, to what PIL's <c>convert("RGB")</c> gives: no rotation by EXIF, transparency dropped.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="CorruptImageException">It holds no picture, a damaged one, one cut short, or one of more than 100 million pixels.</exception>
    /// <exception cref="DllNotFoundException">libturbojpeg or libpng is missing.</exception>
    public static RgbImage Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (stream.Length > PictureLimits.MaxFileBytes)
                throw new InvalidDataException($"{stream.Length} bytes, where at most {PictureLimits.MaxFileBytes} are read");

            var content = GC.AllocateUninitializedArray<byte>((int)stream.Length);
            stream.ReadExactly(content);
            return Decode(content);
        }
        catch (InvalidDataException problem)
        {
            throw new CorruptImageException($"{path}: {problem.Message}", problem);
        }
        catch (EndOfStreamException problem)
        {
            throw new CorruptImageException($"{path}: the file became shorter while it was read", problem);
        }
    }

    /// <summary>Writes a PNG file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="DllNotFoundException">libpng is missing.</exception>
    public static void WritePng(string path, RgbImage image)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(image);
        if (image.Width < 1 || image.Height < 1 || image.Pixels.Length != 3L * image.Width * image.Height)
            throw new ArgumentException($"A picture of {image.Width} x {image.Height} pixels cannot have {image.Pixels.Length} bytes.", nameof(image));

        var content = PngCodec.Encode(image);
        AtomicFile.Write(path, stream => stream.Write(content));
    }

    internal static RgbImage Decode(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(JpegSignature))
            return JpegDecoder.Decode(content);
        if (content.StartsWith(PngSignature))
            return PngCodec.Decode(content);
        throw new InvalidDataException(content.IsEmpty ? "the file is empty" : "neither a JPEG nor a PNG");
    }
}
