using System.Runtime.InteropServices;

namespace Quickstart.Images;

/// <summary>Decodes PNG by the simplified interface of libpng 1.6.</summary>
internal static unsafe partial class Png
{
    private const string Library = "libpng16.so.16";
    private const uint Version = 1;
    private const uint FormatRgb = 2;

    /// <summary>Decodes the content of a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or libpng is missing.</exception>
    public static RgbImage Decode(byte[] file)
    {
        var png = new PngImage { Version = Version };
        try
        {
            fixed (byte* content = file)
            {
                Require(Begin(ref png, content, (nuint)file.Length) != 0, png);
                png.Format = FormatRgb;
                var image = RgbImage.Black((int)png.Width, (int)png.Height);
                var black = default(Rgb);
                fixed (byte* pixels = image.Pixels)
                {
                    Require(Finish(ref png, &black, pixels, 3 * image.Width, null) != 0, png);
                }

                return image;
            }
        }
        catch (DllNotFoundException missing)
        {
            throw new InvalidDataException($"decoding a PNG needs {Library} (Debian: apt-get install libpng16-16)", missing);
        }
        finally
        {
            if (png.Opaque != 0)
                Free(ref png);
        }
    }

    private static void Require(bool condition, PngImage png)
    {
        if (!condition)
            throw new InvalidDataException($"not a sound PNG ({Marshal.PtrToStringUTF8((nint)png.Message)})");
    }

    [LibraryImport(Library, EntryPoint = "png_image_begin_read_from_memory")]
    private static partial int Begin(ref PngImage image, byte* content, nuint size);

    [LibraryImport(Library, EntryPoint = "png_image_finish_read")]
    private static partial int Finish(ref PngImage image, Rgb* background, byte* pixels, int rowStride, void* colorMap);

    [LibraryImport(Library, EntryPoint = "png_image_free")]
    private static partial void Free(ref PngImage image);

    /// <summary>What transparent pixels are laid upon.</summary>
    private struct Rgb
    {
        public byte Red, Green, Blue;
    }

    /// <summary>libpng's <c>png_image</c>.</summary>
    private struct PngImage
    {
        public nint Opaque;
        public uint Version, Width, Height, Format, Flags, ColorMapEntries, WarningOrError;
        public fixed byte Message[64];
    }
}
