using ResNetGen.Weights.Tests.Building;
using static ResNetGen.Weights.Tests.Building.Checkpoints;

namespace ResNetGen.Weights.Tests.Reading;

public sealed class OtherFormatsReadingTests
{
    [Fact]
    public void Safetensors_are_read_with_their_metadata_in_the_headers_order()
    {
        using var file = new TemporaryCheckpoint(Checkpoints.SafeTensors(
            Utf8("""{"b":{"dtype":"F32","shape":[],"data_offsets":[2,6]},"__metadata__":{"format":"pt"},"a":{"shape":[2],"data_offsets":[0,2],"dtype":"I8"},"e":{"dtype":"F64","shape":[3,0],"data_offsets":[6,6]}}   """),
            [1, 0xff, 0, 0, 0x80, 0x3f]));
        using var checkpoint = Checkpoint.Open(file.Path);

        Assert.Equal(CheckpointFormat.SafeTensors, checkpoint.Format);
        Assert.Equal("pt", Assert.Single(checkpoint.Metadata, m => string.Equals(m.Key, "format", StringComparison.Ordinal)).Value);
        Assert.Equal("b float32 [] 0000803F; a int8 [2] 01FF; e float64 [3, 0] ", string.Join("; ", checkpoint.Tensors.Select(WholeTensor.Read)));
        Assert.Equal("a", checkpoint.Find("a")?.Name);
        Assert.Null(checkpoint.Find("__metadata__"));
    }

    [Fact]
    public void A_file_of_TorchSharp_is_read_however_it_begins()
    {
        // 256 and 640 tensors begin as pickles do, 31 as gzip does, 0x50 as a zip archive might.
        foreach (var count in new[] { 0, 1, 8, 31, 80, 256, 384, 512, 640 })
        {
            var file = (byte[])[.. Leb(count), .. Enumerable.Range(0, count).SelectMany(i => DatEntry($"layer{i}.weight", 1, [2], [1, 2]))];
            using var temporary = new TemporaryCheckpoint(file);
            using var checkpoint = Checkpoint.Open(temporary.Path);
            Assert.Equal(CheckpointFormat.TorchSharp, checkpoint.Format);
            Assert.Equal(string.Join("; ", Enumerable.Range(0, count).Select(i => $"layer{i}.weight int8 [2] 0102")), string.Join("; ", checkpoint.Tensors.Select(WholeTensor.Read)));
        }
    }

    [Fact]
    public void A_file_that_shrinks_while_it_is_open_is_refused()
    {
        using var temporary = new TemporaryCheckpoint([.. Leb(1), .. DatEntry("weight", 6, [2, 3], SixFloats)]);
        using var checkpoint = Checkpoint.Open(temporary.Path);
        using (var other = new FileStream(temporary.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            other.SetLength(20);
        Assert.Throws<CheckpointException>(() => WholeTensor.Read(checkpoint.Tensors[0]));
    }
}
