using ResNetGen.Training.Data;

namespace ResNetGen.Benchmarks;

/// <summary>The pictures that both sides train on: the drawn ones, in CIFAR-10's binary format.</summary>
internal static class Pictures
{
    private const int Side = 32;

    /// <summary>Writes data_batch_1.bin and what else makes a folder a CIFAR-10.</summary>
    public static void Write(string folder)
    {
        var images = ImageSources.Open("synthetic:10000,10").Training;
        using var file = new MemoryStream();
        var planes = new byte[1 + (3 * Side * Side)];
        for (var index = 0; index < images.Count; index++)
        {
            planes[0] = (byte)images.Label(index);
            var pixels = images.Read(index).Pixels;
            for (var i = 0; i < pixels.Length; i++)
                planes[1 + (i % 3 * Side * Side) + (i / 3)] = pixels[i];

            file.Write(planes);
        }

        foreach (var name in new[] { "data_batch_1.bin", "test_batch.bin" })
            File.WriteAllBytes(Path.Combine(folder, name), file.ToArray());
    }
}
