using System.Runtime.InteropServices;

namespace ResNetGen.Training.Data;

/// <summary>Decodes and encodes PNG by the simplified interface of libpng 1.6.</summary>
/// <remarks>Greyscale and palettes become RGB, 16 bits become 8, transparency is dropped, as PIL's <c>convert("RGB")</c> does.</remarks>
internal static unsafe partial class PngCodec
{
    private const string Library = "libpng16.so.16";
    private const string Package = "libpng16-16";
    private const uint Version = 1;
    private const uint FormatAlpha = 1;
    private const uint FormatRgb = 2;
    private const uint FormatRgba = 3;

    // Without a word about it in the file, 16-bit values are as sRGB as 8-bit ones.
    private const uint Flag16BitSrgb = 4;

    /// <summary>Decodes the content of a file.</summary>
    /// <exception cref="InvalidDataException">The picture is damaged, cut short or too large.</exception>
    /// <exception cref="DllNotFoundException">libpng is missing.</exception>
    public static RgbImage Decode(ReadOnlySpan<byte> file)
    {
        var png = new PngImage { Version = Version };
        fixed (byte* content = file)
        {
            try
            {
                Require(Begin(ref png, content, (nuint)file.Length) != 0, png);
                PictureLimits.Require(png.Width, png.Height);
                var hasAlpha = (png.Format & FormatAlpha) != 0;
                png.Format = hasAlpha ? FormatRgba : FormatRgb;
                png.Flags |= Flag16BitSrgb;
                var (width, height) = ((int)png.Width, (int)png.Height);
                var pixels = GC.AllocateUninitializedArray<byte>((hasAlpha ? 4 : 3) * width * height);
                fixed (byte* target = pixels)
                {
                    Require(Finish(ref png, null, target, 0, null) != 0, png);
                }

                return new RgbImage(width, height, hasAlpha ? WithoutAlpha(pixels) : pixels);
            }
            catch (DllNotFoundException missing)
            {
                throw NativeCodec.Missing("PNG", Library, Package, missing);
            }
            finally
            {
                if (png.Opaque != 0)
                    Free(ref png);
            }
        }
    }

    /// <summary>Encodes a picture.</summary>
    /// <exception cref="InvalidDataException">It has no pixels.</exception>
    /// <exception cref="DllNotFoundException">libpng is missing.</exception>
    public static byte[] Encode(RgbImage image)
    {
        var png = new PngImage { Version = Version, Width = (uint)image.Width, Height = (uint)image.Height, Format = FormatRgb };
        fixed (byte* pixels = image.Pixels)
        {
            try
            {
                nuint size = 0;
                Require(Write(ref png, null, ref size, 0, pixels, 0, null) != 0, png);
                var file = new byte[size];
                fixed (byte* target = file)
                {
                    Require(Write(ref png, target, ref size, 0, pixels, 0, null) != 0, png);
                }

                return file;
            }
            catch (DllNotFoundException missing)
            {
                throw NativeCodec.Missing("PNG", Library, Package, missing);
            }
            finally
            {
                if (png.Opaque != 0)
                    Free(ref png);
            }
        }
    }

    private static byte[] WithoutAlpha(ReadOnlySpan<byte> pixels)
    {
        var colors = GC.AllocateUninitializedArray<byte>(pixels.Length / 4 * 3);
        for (int from = 0, to = 0; from < pixels.Length; from += 4, to += 3)
            pixels.Slice(from, 3).CopyTo(colors.AsSpan(to));
        return colors;
    }

    private static void Require(bool condition, PngImage png)
    {
        if (!condition)
            throw new InvalidDataException($"not a sound PNG ({Marshal.PtrToStringUTF8((nint)png.Message)})");
    }

    [LibraryImport(Library, EntryPoint = "png_image_begin_read_from_memory")]
    private static partial int Begin(ref PngImage image, byte* content, nuint size);

    [LibraryImport(Library, EntryPoint = "png_image_finish_read")]
    private static partial int Finish(ref PngImage image, void* background, byte* pixels, int rowStride, void* colorMap);

    [LibraryImport(Library, EntryPoint = "png_image_write_to_memory")]
    private static partial int Write(ref PngImage image, byte* content, ref nuint size, int to8Bit, byte* pixels, int rowStride, void* colorMap);

    [LibraryImport(Library, EntryPoint = "png_image_free")]
    private static partial void Free(ref PngImage image);

    /// <summary>libpng's <c>png_image</c>.</summary>
    private struct PngImage
    {
        public nint Opaque;
        public uint Version, Width, Height, Format, Flags, ColorMapEntries, WarningOrError;
        public fixed byte Message[64];
    }
}
