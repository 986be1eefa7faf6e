using System.Globalization;

namespace ResNetGen.Training.Data;

/// <summary>CIFAR-10's binary files (https://www.cs.toronto.edu/~kriz/cifar.html): records of a label and three planes of 32 x 32 bytes.</summary>
internal static class CifarFolder
{
    private const int Side = 32;
    private const int Plane = Side * Side;
    private const int Record = 1 + (3 * Plane);
    private const string TestFile = "test_batch.bin";
    private const string NamesFile = "batches.meta.txt";

    private static readonly string[] StandardNames = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>The folder of the files: the one given, or the one that the published archive holds; null where neither has them.</summary>
    public static string? Find(string folder)
    {
        foreach (var candidate in new[] { folder, Path.Combine(folder, "cifar-10-batches-bin") })
        {
            if (Directory.Exists(candidate) && Directory.EnumerateFiles(candidate, "*_batch*.bin").Any())
                return candidate;
        }

        return null;
    }

    /// <summary>Reads all files into memory.</summary>
    /// <exception cref="InvalidDataException">A file is missing or is not in the format.</exception>
    public static TrainingData Open(string folder)
    {
        var parts = TrainingFiles(folder);
        var names = ReadNames(Path.Combine(folder, NamesFile));
        var test = Path.Combine(folder, TestFile);
        return new TrainingData(
            Read("CIFAR-10 training", parts, names),
            File.Exists(test) ? Read("CIFAR-10 test", [test], names) : null);
    }

    private static List<string> TrainingFiles(string folder)
    {
        var count = Directory.EnumerateFiles(folder, "data_batch_*.bin").Count();
        if (count == 0)
            throw new InvalidDataException($"{folder} has no data_batch_1.bin, the first file of CIFAR-10's training pictures.");

        var files = new List<string>();
        for (var number = 1; number <= count; number++)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"data_batch_{number}.bin"));
            files.Add(File.Exists(file) ? file : throw new InvalidDataException($"{file} is missing, although other files of CIFAR-10 are there."));
        }

        return files;
    }

    private static string[] ReadNames(string file)
    {
        if (!File.Exists(file))
            return StandardNames;

        var names = File.ReadLines(file).Select(line => line.Trim()).Where(line => line.Length > 0).Take(StandardNames.Length + 1).ToArray();
        return names.Length == StandardNames.Length
            ? names
            : throw new InvalidDataException($"{file} should name {StandardNames.Length} classes, one a line.");
    }

    private static MemoryImages Read(string name, IReadOnlyList<string> files, string[] classes)
    {
        var images = new List<RgbImage>();
        var labels = new List<byte>();
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * Record);
            if (stream.Length == 0 || stream.Length % Record != 0)
                throw new InvalidDataException($"{file} has {stream.Length} bytes, which is no whole number of CIFAR-10's records of {Record} bytes.");

            var record = new byte[Record];
            for (var number = 0; number < stream.Length / Record; number++)
            {
                stream.ReadExactly(record);
                if (record[0] >= classes.Length)
                    throw new InvalidDataException($"{file}: record {number} has the label {record[0]}; CIFAR-10 has {classes.Length} classes.");

                labels.Add(record[0]);
                images.Add(Interleave(record.AsSpan(1)));
            }
        }

        return new MemoryImages(name, classes, images.ToArray(), labels.ToArray());
    }

    private static RgbImage Interleave(ReadOnlySpan<byte> planes)
    {
        var pixels = new byte[3 * Plane];
        for (var i = 0; i < Plane; i++)
        {
            pixels[3 * i] = planes[i];
            pixels[(3 * i) + 1] = planes[Plane + i];
            pixels[(3 * i) + 2] = planes[(2 * Plane) + i];
        }

        return new RgbImage(Side, Side, pixels);
    }
}
