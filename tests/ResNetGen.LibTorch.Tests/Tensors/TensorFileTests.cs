using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Tensors;

public class TensorFileTests
{
    [Fact]
    public void The_format_is_TorchSharps()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        tensor(new short[] { 1, -2, 300 }, [3, 1]).Save(stream);
        Assert.Equal([2, 2, 3, 1, 1, 0, 0xfe, 0xff, 0x2c, 0x01], stream.ToArray());
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Bool)]
    public void What_is_saved_loads(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        var saved = arange(-300, 300, dtype: float32).view(20, 30).t().to(type);
        saved.Save(stream);
        stream.Position = 0;
        var loaded = zeros([30, 20], type);
        using var reader = new BinaryReader(stream);
        loaded.Load(reader);
        Assert.True(loaded.Equals(saved));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Fact]
    public void Bytes_go_through_streams_and_spans()
    {
        using var scope = NewDisposeScope();
        using var stream = new MemoryStream();
        var source = tensor(new[] { 1f, 2f, 3f });
        source.WriteBytesToStream(stream);
        Assert.Equal(12, stream.Length);
        stream.Position = 0;
        var target = zeros(3);
        target.ReadBytesFromStream(stream);
        Assert.True(target.Equals(source));
        target.bytes.Clear();
        Assert.Equal(0f, target.sum().ToSingle());
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().WriteBytesToStream(stream));
        stream.Position = 4;
        Assert.Throws<EndOfStreamException>(() => target.ReadBytesFromStream(stream));
    }
}
