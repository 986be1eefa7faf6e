using ResNetGen.Weights.Files;

namespace ResNetGen.Weights.Tests;

public sealed class FileBytesTests
{
    [Fact]
    public void A_read_past_the_end_is_refused_before_anything_is_allocated()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [1, 2, 3]);
            using var file = new FileBytes(path);
            Assert.Equal([2, 3], file.Read(1, 2));
            Assert.Throws<CheckpointException>(() => file.Read(1, int.MaxValue));
            Assert.Throws<CheckpointException>(() => file.Read(-1, 1));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
