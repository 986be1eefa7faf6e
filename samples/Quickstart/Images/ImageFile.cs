namespace Quickstart.Images;

/// <summary>Reads PNG and JPEG files, told apart by their first bytes.</summary>
internal static class ImageFile
{
    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
    private static readonly byte[] JpegSignature = [0xFF, 0xD8, 0xFF];

    /// <summary>Reads and decodes a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file holds no picture that can be decoded.</exception>
    public static RgbImage Read(string path)
    {
        var content = File.ReadAllBytes(path);
        try
        {
            return content.AsSpan() switch
            {
                var bytes when bytes.StartsWith(PngSignature) => Png.Decode(content),
                var bytes when bytes.StartsWith(JpegSignature) => Jpeg.Decode(content),
                _ => throw new InvalidDataException("neither a PNG nor a JPEG"),
            };
        }
        catch (InvalidDataException problem)
        {
            throw new InvalidDataException($"{path}: {problem.Message}", problem);
        }
    }
}
