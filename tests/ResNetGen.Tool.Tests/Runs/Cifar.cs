namespace ResNetGen.Tool.Tests.Runs;

/// <summary>Pictures of one colour each in CIFAR-10's binary format.</summary>
internal static class Cifar
{
    /// <summary>Writes a data set: picture i has label i mod 10 and the grey level 20 x label + 10.</summary>
    public static string Write(string folder, int training, int test)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "data_batch_1.bin"), Records(training));
        File.WriteAllBytes(Path.Combine(folder, "test_batch.bin"), Records(test));
        return folder;
    }

    private static byte[] Records(int count) =>
        [.. Enumerable.Range(0, count).SelectMany(i => new[] { (byte)(i % 10) }.Concat(Enumerable.Repeat((byte)((20 * (i % 10)) + 10), 3 * 32 * 32)))];
}
