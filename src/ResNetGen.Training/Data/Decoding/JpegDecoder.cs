using System.Runtime.InteropServices;

namespace ResNetGen.Training.Data;

/// <summary>Decodes JPEG by libjpeg-turbo's own interface, to the pixels that PIL gives.</summary>
internal static unsafe partial class JpegDecoder
{
    private const string Library = "libturbojpeg.so.0";
    private const int Rgb = 0;
    private const int Cmyk = 11;
    private const int ColorSpaceCmyk = 3;
    private const int ColorSpaceYcck = 4;
    private const int ErrorWarning = 0;

    // The exact inverse transform, and no more than 500 scans: a small file with many would take minutes.
    private const int AccurateDct = 4096;
    private const int StopOnWarning = 8192;
    private const int LimitScans = 32768;

    // A warning that costs no pixel; photographs of some cameras, and some of ImageNet, give it.
    private const string ExtraneousBytes = "extraneous bytes before marker";

    /// <summary>Decodes the content of a file.</summary>
    /// <exception cref="InvalidDataException">The picture is damaged, cut short or too large.</exception>
    /// <exception cref="DllNotFoundException">libturbojpeg is missing.</exception>
    public static RgbImage Decode(ReadOnlySpan<byte> file)
    {
        var decoder = OpenDecoder();
        try
        {
            fixed (byte* content = file)
            {
                if (ReadHeader(decoder, content, (uint)file.Length, out var width, out var height, out _, out var colorSpace) != 0)
                    throw Damaged(decoder);

                PictureLimits.Require(width, height);
                var isCmyk = colorSpace is ColorSpaceCmyk or ColorSpaceYcck;
                var pixels = GC.AllocateUninitializedArray<byte>((isCmyk ? 4 : 3) * width * height);
                fixed (byte* target = pixels)
                {
                    ReadAll(decoder, file, content, target, width, height, isCmyk ? Cmyk : Rgb);
                }

                return new RgbImage(width, height, isCmyk ? CmykPixels.ToRgb(pixels) : pixels);
            }
        }
        finally
        {
            _ = Close(decoder);
        }
    }

    private static nint OpenDecoder()
    {
        try
        {
            return Open();
        }
        catch (DllNotFoundException missing)
        {
            throw NativeCodec.Missing("JPEG", Library, "libturbojpeg0", missing);
        }
    }

    private static void ReadAll(nint decoder, ReadOnlySpan<byte> file, byte* content, byte* target, int width, int height, int format)
    {
        const int flags = AccurateDct | LimitScans;
        if (ReadPixels(decoder, content, (uint)file.Length, target, width, 0, height, format, flags | StopOnWarning) == 0)
            return;
        if (!IsHarmless(decoder))
            throw Damaged(decoder);

        // Past the harmless warning; the last one that follows is what the library keeps.
        if (ReadPixels(decoder, content, (uint)file.Length, target, width, 0, height, format, flags) != 0 && !IsHarmless(decoder))
            throw Damaged(decoder);
    }

    private static bool IsHarmless(nint decoder) =>
        ErrorCode(decoder) == ErrorWarning && Message(decoder).Contains(ExtraneousBytes, StringComparison.Ordinal);

    private static InvalidDataException Damaged(nint decoder) => new($"not a sound JPEG ({Message(decoder)})");

    private static string Message(nint decoder) => Marshal.PtrToStringUTF8(LastError(decoder)) ?? "";

    [LibraryImport(Library, EntryPoint = "tjInitDecompress")]
    private static partial nint Open();

    [LibraryImport(Library, EntryPoint = "tjDecompressHeader3")]
    private static partial int ReadHeader(nint decoder, byte* content, nuint size, out int width, out int height, out int subsampling, out int colorSpace);

    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    private static partial int ReadPixels(nint decoder, byte* content, nuint size, byte* pixels, int width, int pitch, int height, int format, int flags);

    [LibraryImport(Library, EntryPoint = "tjGetErrorStr2")]
    private static partial nint LastError(nint decoder);

    [LibraryImport(Library, EntryPoint = "tjGetErrorCode")]
    private static partial int ErrorCode(nint decoder);

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    private static partial int Close(nint decoder);
}
