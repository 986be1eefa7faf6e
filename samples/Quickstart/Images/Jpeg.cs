using System.Runtime.InteropServices;

namespace Quickstart.Images;

/// <summary>Decodes JPEG by libjpeg-turbo's own interface.</summary>
internal static unsafe partial class Jpeg
{
    private const string Library = "libturbojpeg.so.0";
    private const int FormatRgb = 0;

    /// <summary>Decodes the content of a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or libturbojpeg is missing.</exception>
    public static RgbImage Decode(byte[] file)
    {
        nint decoder = 0;
        try
        {
            decoder = Open();
            fixed (byte* content = file)
            {
                Require(ReadHeader(decoder, content, (uint)file.Length, out var width, out var height, out _, out _) == 0, decoder);
                var image = RgbImage.Black(width, height);
                fixed (byte* pixels = image.Pixels)
                {
                    Require(ReadPixels(decoder, content, (uint)file.Length, pixels, width, 3 * width, height, FormatRgb, 0) == 0, decoder);
                }

                return image;
            }
        }
        catch (DllNotFoundException missing)
        {
            throw new InvalidDataException($"decoding a JPEG needs {Library} (Debian: apt-get install libturbojpeg0)", missing);
        }
        finally
        {
            if (decoder != 0)
                _ = Close(decoder);
        }
    }

    private static void Require(bool condition, nint decoder)
    {
        if (!condition)
            throw new InvalidDataException($"not a sound JPEG ({Marshal.PtrToStringUTF8(LastError(decoder))})");
    }

    [LibraryImport(Library, EntryPoint = "tjInitDecompress")]
    private static partial nint Open();

    [LibraryImport(Library, EntryPoint = "tjDecompressHeader3")]
    private static partial int ReadHeader(nint decoder, byte* content, nuint size, out int width, out int height, out int subsampling, out int colorSpace);

    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    private static partial int ReadPixels(nint decoder, byte* content, nuint size, byte* pixels, int width, int pitch, int height, int format, int flags);

    [LibraryImport(Library, EntryPoint = "tjGetErrorStr2")]
    private static partial nint LastError(nint decoder);

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    private static partial int Close(nint decoder);
}
