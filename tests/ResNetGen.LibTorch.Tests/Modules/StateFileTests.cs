using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ResNetGen.LibTorch.Tests.Modules;

public sealed class StateFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("resnetgen-state-").FullName;

    private string Location => Path.Combine(folder, "net.dat");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_saved_network_loads_into_another()
    {
        using var source = new SmallNet();
        using var target = new SmallNet();
        source.call(ones(2, 2, 4, 4)).Dispose();
        Assert.Same(source, source.save(Location));
        Dictionary<string, bool> loaded = [];
        Assert.Same(target, target.load(Location, loadedParameters: loaded));
        Assert.Equal(source.state_dict().Keys, loaded.Keys);
        Assert.All(loaded.Values, Assert.True);
        foreach (var (key, tensor) in source.state_dict())
        {
            Assert.True(tensor.bytes.SequenceEqual(target.state_dict()[key].bytes), key);
        }
    }

    [Fact]
    public void The_bytes_are_those_of_TorchSharps_format()
    {
        using var linear = Linear(2, 1);
        linear.weight = Parameter(tensor(new[] { 1f, 2f }).reshape(1, 2));
        linear.bias = Parameter(tensor(new[] { -1f }));
        linear.save(Location);
        byte[] expected =
        [
            2,
            6, .. "weight"u8, 6, 2, 1, 2, .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f),
            4, .. "bias"u8, 6, 1, 1, .. BitConverter.GetBytes(-1f),
        ];
        Assert.Equal(expected, File.ReadAllBytes(Location));
    }

    [Fact]
    public void Numbers_above_127_take_two_bytes()
    {
        using var linear = Linear(300, 1, hasBias: false);
        using var memory = new MemoryStream();
        linear.save(memory);
        Assert.Equal([6, 2, 1, 0xac, 0x02], memory.ToArray()[8..13]);
        using var again = Linear(300, 1, hasBias: false);
        again.load(new MemoryStream(memory.ToArray()));
        Assert.Equal(Expect.Floats(linear.weight), Expect.Floats(again.weight));
    }

    [Fact]
    public void Tensors_that_are_not_contiguous_are_written_in_their_logical_order()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        using var matrix = tensor(new[] { 1f, 2f, 3f, 4f }).reshape(2, 2);
        Module.save_state_dict(writer, new() { ["t"] = matrix.t() });
        Assert.Equal(BitConverter.GetBytes(3f), memory.ToArray()[^12..^8]);
    }

    [Fact]
    public void Strict_loading_refuses_other_keys_dtypes_and_shapes()
    {
        using var linear = Linear(2, 2);
        linear.save(Location);
        Assert.Contains("sizes", Refusal(() => Linear(2, 2, hasBias: false).load(Location)));
        Assert.Contains("'weight'", Refusal(() => Sequential(("a", Linear(2, 2))).load(Location)));
        Assert.Contains("shape", Refusal(() => Linear(3, 2).load(Location)));
        Assert.Contains("type", Refusal(() => Linear(2, 2, dtype: ScalarType.Float64).load(Location)));
        Assert.Throws<FileNotFoundException>(() => linear.load(Location + ".none"));

        static string Refusal(Func<object> load) => Assert.Throws<ArgumentException>(load).Message;
    }

    [Fact]
    public void Loose_loading_takes_what_fits_and_says_so()
    {
        using var source = Linear(2, 2);
        source.save(Location);
        using var target = Linear(2, 2, hasBias: false);
        Dictionary<string, bool> loaded = [];
        target.load(Location, strict: false, loadedParameters: loaded);
        Assert.Equal(Expect.Floats(source.weight), Expect.Floats(target.weight));
        Assert.Equal(new Dictionary<string, bool> { ["weight"] = true, ["bias"] = false }, loaded);
    }

    [Fact]
    public void Skipped_keys_are_left_alone()
    {
        using var source = Linear(2, 2);
        using var target = Linear(2, 2);
        var bias = Expect.Floats(target.bias!);
        source.save(Location);
        target.load(Location, skip: ["bias"]);
        Assert.Equal(Expect.Floats(source.weight), Expect.Floats(target.weight));
        Assert.Equal(bias, Expect.Floats(target.bias!));

        source.save(Location, skip: ["bias"]);
        Assert.Equal(1, File.ReadAllBytes(Location)[0]);
    }

    [Fact]
    public void Broken_files_are_refused_and_change_nothing_of_the_tensor_they_break_in()
    {
        using var linear = Linear(2, 2, hasBias: false);
        linear.save(Location);
        var whole = File.ReadAllBytes(Location);
        using var target = Linear(2, 2, hasBias: false);
        var before = Expect.Floats(target.weight);
        Assert.Throws<EndOfStreamException>(() => target.load(new MemoryStream(whole[..^1])));
        Assert.Equal(before, Expect.Floats(target.weight));
        Assert.Throws<InvalidDataException>(() => target.load(new MemoryStream([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])));
        Assert.Throws<InvalidDataException>(() => target.load(new MemoryStream([1, 1, (byte)'x', 6, 65]), strict: false));
        Assert.Throws<InvalidDataException>(() => target.load(
            new MemoryStream([1, 1, (byte)'x', 6, 2, .. Enumerable.Repeat<byte>(0xff, 8), 0x7f, 2]), strict: false));
    }

    [Fact]
    public void A_failed_save_leaves_the_old_file_and_no_other()
    {
        using var linear = Linear(1, 1);
        File.WriteAllText(Location, "old");
        linear.weight.Dispose();
        Assert.ThrowsAny<Exception>(() => linear.save(Location));
        Assert.Equal("old", File.ReadAllText(Location));
        Assert.Equal([Location], Directory.GetFiles(folder));
    }

    [Fact]
    public void A_state_dict_is_copied_by_key()
    {
        using var source = Linear(2, 1);
        using var target = Linear(2, 1);
        var (missing, unexpected) = target.load_state_dict(source.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.Equal(Expect.Floats(source.weight), Expect.Floats(target.weight));
        Assert.NotSame(source.weight, target.weight);
        Assert.True(target.weight.is_leaf);
    }

    [Fact]
    public void A_state_dict_that_does_not_fit_is_refused_before_anything_is_copied()
    {
        using var target = Linear(2, 1);
        var before = Expect.Floats(target.weight);
        var source = new Dictionary<string, Tensor> { ["weight"] = ones(1, 2), ["extra"] = ones(1) };
        var refusal = Assert.Throws<InvalidOperationException>(() => target.load_state_dict(source));
        Assert.Contains("Missing: bias. Unexpected: extra", refusal.Message, StringComparison.Ordinal);
        source["bias"] = ones(2);
        Assert.Throws<InvalidOperationException>(() => target.load_state_dict(source, strict: false));
        Assert.Equal(before, Expect.Floats(target.weight));

        var (missing, unexpected) = target.load_state_dict(source, strict: false, skip: ["bias"]);
        Assert.Empty(missing);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal([1f, 1f], Expect.Floats(target.weight));
    }
}
