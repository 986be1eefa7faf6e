using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Data;

public sealed class ImageFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pictures").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("420.jpg")]
    [InlineData("422.jpg")]
    [InlineData("444.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("grey.jpg")]
    [InlineData("cmyk.jpg")]
    [InlineData("rotated-by-exif.jpg")]
    [InlineData("rgb.png")]
    [InlineData("grey.png")]
    [InlineData("bits.png")]
    [InlineData("palette.png")]
    [InlineData("palette-transparent.png")]
    [InlineData("rgba.png")]
    [InlineData("grey-alpha.png")]
    [InlineData("rgb16.png")]
    [InlineData("grey16.png")]
    public void Pixels_are_those_that_PIL_gives(string name) =>
        Assert.Equal(0, Pictures.LargestDifference(Pictures.Expected(name), ImageFile.Read(Pictures.Path(name))));

    [Theory]
    [InlineData("420.jpg", 0.8, "Premature end of JPEG file")]
    [InlineData("420.jpg", 0.97, "Premature end of JPEG file")]
    [InlineData("progressive.jpg", 0.6, "Premature end of JPEG file")]
    [InlineData("420.jpg", 0.05, "cut short before it says how many pixels it has")]
    [InlineData("rgb.png", 0.5, "not a sound PNG")]
    [InlineData("rgb.png", 0.01, "not a sound PNG")]
    public void A_file_that_is_cut_short_is_corrupt(string name, double share, string reason)
    {
        var content = File.ReadAllBytes(Pictures.Path(name));
        Corrupt(content[..(int)(content.Length * share)], reason);
    }

    [Fact]
    public void A_file_that_is_damaged_in_the_middle_is_corrupt()
    {
        var jpeg = File.ReadAllBytes(Pictures.Path("444.jpg"));
        jpeg.AsSpan(jpeg.Length * 2 / 3, 40).Fill(0xFF);
        Corrupt(jpeg, "not a sound JPEG");

        var png = File.ReadAllBytes(Pictures.Path("rgb.png"));
        png[png.Length / 2] ^= 0x55;
        Corrupt(png, "not a sound PNG");
    }

    [Fact]
    public void Bytes_to_spare_before_the_end_of_a_JPEG_cost_nothing()
    {
        var jpeg = File.ReadAllBytes(Pictures.Path("420.jpg"));
        var path = Write([.. jpeg[..^2], 0, 0, 0, 0, 0, .. jpeg[^2..]]);
        Assert.Equal(0, Pictures.LargestDifference(Pictures.Expected("420.jpg"), ImageFile.Read(path)));
    }

    [Fact]
    public void A_picture_is_told_by_its_first_bytes_whatever_its_name()
    {
        var path = Path.Combine(_folder, "wrong.jpg");
        File.Copy(Pictures.Path("rgb.png"), path);
        Assert.Equal(Pictures.Expected("rgb.png").Pixels, ImageFile.Read(path).Pixels);
    }

    [Fact]
    public void What_is_no_picture_is_corrupt()
    {
        Corrupt([], "the file is empty");
        Corrupt("GIF89a"u8.ToArray(), "neither a JPEG nor a PNG");
    }

    [Fact]
    public void Absurd_sizes_are_refused_before_memory_is_taken()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Corrupt(File.ReadAllBytes(Pictures.Path("absurd.png")), "60000 x 60000 pixels, where at most 100000000 in all are read");

        // The frame header of a JPEG: marker, length, precision, height, width.
        var jpeg = File.ReadAllBytes(Pictures.Path("420.jpg"));
        var frame = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        jpeg.AsSpan(frame + 5, 4).Fill(0xF0);
        Corrupt(jpeg, "61680 x 61680 pixels");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void A_file_that_is_not_there_is_no_corrupt_picture() =>
        Assert.Throws<FileNotFoundException>(() => ImageFile.Read(Path.Combine(_folder, "nothing.png")));

    [Fact]
    public void A_picture_that_is_written_is_read_again()
    {
        var picture = Pictures.Expected("rgb.png");
        var path = Path.Combine(_folder, "written.png");
        ImageFile.WritePng(path, picture);
        Assert.Equal(0, Pictures.LargestDifference(picture, ImageFile.Read(path)));
        Assert.Throws<ArgumentException>(() => ImageFile.WritePng(path, picture with { Width = 30 }));
    }

    private void Corrupt(byte[] content, string reason)
    {
        var path = Write(content);
        var problem = Assert.Throws<CorruptImageException>(() => ImageFile.Read(path));
        Assert.StartsWith(path + ": ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message);
    }

    private string Write(byte[] content)
    {
        var path = Path.Combine(_folder, "picture");
        File.WriteAllBytes(path, content);
        return path;
    }
}
