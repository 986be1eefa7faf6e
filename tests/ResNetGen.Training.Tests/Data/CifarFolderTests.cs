using System.Text;
using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Data;

public sealed class CifarFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cifar").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Planes_become_pixels_and_files_follow_in_the_order_of_their_numbers()
    {
        for (var number = 1; number <= 11; number++)
            Write($"data_batch_{number}.bin", Record((byte)(number % 10), red: (byte)number, green: 50, blue: 60));
        Write("test_batch.bin", [.. Record(9, 7, 8, 9), .. Record(0, 1, 2, 3)]);
        var data = ImageSources.Open(_folder);
        Assert.Equal((11, 2), (data.Training.Count, data.Test!.Count));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1], Enumerable.Range(0, 11).Select(data.Training.Label));
        var image = data.Training.Read(10);
        Assert.Equal((32, 32, 3072), (image.Width, image.Height, image.Pixels.Length));
        Assert.Equal([11, 50, 60, 12, 51, 61], image.Pixels[..6]);
        Assert.Equal(["airplane", "automobile"], data.Training.Classes.Take(2));
        Assert.Equal("CIFAR-10 test, picture 1", data.Test.Describe(1));
    }

    [Fact]
    public void The_published_archive_unpacked_is_found_with_its_names()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "cifar-10-batches-bin"));
        Write("cifar-10-batches-bin/data_batch_1.bin", Record(3, 0, 0, 0));
        Write("cifar-10-batches-bin/batches.meta.txt", Encoding.ASCII.GetBytes("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n"));
        var data = ImageSources.Open(_folder);
        Assert.Equal("d", data.Training.Classes[data.Training.Label(0)]);
        Assert.Null(data.Test);
    }

    [Fact]
    public void Damaged_files_are_named()
    {
        Write("data_batch_1.bin", Record(3, 0, 0, 0)[..^1]);
        Refused("data_batch_1.bin has 3072 bytes, which is no whole number of CIFAR-10's records of 3073 bytes.");
        Write("data_batch_1.bin", []);
        Refused("data_batch_1.bin has 0 bytes");
        Write("data_batch_1.bin", [.. Record(3, 0, 0, 0), .. Record(10, 0, 0, 0)]);
        Refused("data_batch_1.bin: record 1 has the label 10; CIFAR-10 has 10 classes.");
        Write("data_batch_1.bin", Record(3, 0, 0, 0));
        Write("batches.meta.txt", Encoding.ASCII.GetBytes("a\nb\n"));
        Refused("batches.meta.txt should name 10 classes, one a line.");
        Write("data_batch_3.bin", Record(3, 0, 0, 0));
        Refused("data_batch_2.bin is missing, although other files of CIFAR-10 are there.");
    }

    [Fact]
    public void A_test_file_alone_is_not_enough()
    {
        Write("test_batch.bin", Record(3, 0, 0, 0));
        Refused("has no data_batch_1.bin");
    }

    [Fact]
    public void An_archive_is_refused_with_the_reason()
    {
        var archive = Path.Combine(_folder, "cifar-10-binary.tar.gz");
        File.WriteAllBytes(archive, [0x1F, 0x8B]);
        Assert.Contains("an archive must be unpacked first", Assert.Throws<InvalidDataException>(() => ImageSources.Open(archive)).Message);
        Assert.Throws<DirectoryNotFoundException>(() => ImageSources.Open(Path.Combine(_folder, "nowhere")));
    }

    private void Refused(string reason) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => ImageSources.Open(_folder)).Message);

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(_folder, name), content);

    // The first two pixels differ by one.
    private static byte[] Record(byte label, byte red, byte green, byte blue)
    {
        var record = new byte[3073];
        record[0] = label;
        foreach (var (plane, value) in new[] { red, green, blue }.Index())
        {
            record[1 + (1024 * plane)] = value;
            record[2 + (1024 * plane)] = (byte)(value + 1);
        }

        return record;
    }
}
