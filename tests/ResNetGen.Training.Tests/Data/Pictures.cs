using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ResNetGen.Training.Data;

namespace ResNetGen.Training.Tests.Data;

/// <summary>Files of the folder Pictures, with what PIL and torchvision made of them (make.py).</summary>
internal static class Pictures
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Data", "Pictures", name);

    /// <summary>The pixels of a binary PPM file.</summary>
    public static RgbImage Expected(string name)
    {
        var content = File.ReadAllBytes(Path(name + ".ppm"));
        var header = Encoding.ASCII.GetString(content, 0, 15).Split(['\n', ' '], 5);
        var (width, height) = (int.Parse(header[1], CultureInfo.InvariantCulture), int.Parse(header[2], CultureInfo.InvariantCulture));
        return new RgbImage(width, height, content[^(3 * width * height)..]);
    }

    public static float[] Floats(string name) => MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path(name + ".f32"))).ToArray();

    public static int LargestDifference(RgbImage one, RgbImage other)
    {
        Assert.Equal((one.Width, one.Height), (other.Width, other.Height));
        return one.Pixels.Zip(other.Pixels, (a, b) => Math.Abs(a - b)).Max();
    }
}
