using ResNetGen.Weights.Tests.Building;
using static ResNetGen.Weights.Tests.Building.Checkpoints;

namespace ResNetGen.Weights.Tests.Reading;

public sealed class PyTorchReadingTests
{
    private static readonly string Good = $"weight float32 [2, 3] {Convert.ToHexString(SixFloats)}";

    public static TheoryData<int, bool> Kinds => [.. from type in Enumerable.Range(0, RandomStateDict.AllTypes.Count) from deflate in new[] { false, true } select (type, deflate)];

    public static TheoryData<int> Protocols => [2, 3, 4, 5];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_type_of_element_is_read_stored_or_deflated(int index, bool deflate)
    {
        var (type, storage, _, _) = RandomStateDict.AllTypes[index];
        byte[] bytes = type == ElementType.Bool ? [0, 1, 1, 0, 1, 0, 0, 1] : [1, 2, 3, 4, 250, 251, 252, 253, 0, 60, 128, 63, 0, 0, 240, 127];
        var elements = bytes.Length / type.Size();
        var pickle = new PickleAssembler().OrderedDict().Items(("a.b", a => a.Tensor(new TensorPart(storage, "0", elements, [elements], [1])))).Stop();
        var file = new ZipBuilder().Build(new ZipPart("x/data.pkl", pickle) { Deflate = deflate }, new ZipPart("x/data/0", bytes) { Deflate = deflate });

        var tensor = Assert.Single(TemporaryCheckpoint.ReadAll(file));

        Assert.Equal($"a.b {type.Name()} [{elements}] {Convert.ToHexString(bytes)}", tensor.ToString());
    }

    [Theory]
    [InlineData(new long[] { 3, 2 }, new long[] { 1, 3 }, 0, "0 3 1 4 2 5")]
    [InlineData(new long[] { 2, 2 }, new long[] { 3, 2 }, 0, "0 2 3 5")]
    [InlineData(new long[] { 2 }, new long[] { 2 }, 3, "3 5")]
    [InlineData(new long[] { 2, 3 }, new long[] { 0, 1 }, 1, "1 2 3 1 2 3")]
    [InlineData(new long[] { 3 }, new long[] { 0 }, 5, "5 5 5")]
    [InlineData(new long[] { 2, 4 }, new long[] { 1, 1 }, 0, "0 1 2 3 1 2 3 4")]
    [InlineData(new long[] { 1, 3, 1, 2 }, new long[] { 77, 1, 99, 3 }, 0, "0 3 1 4 2 5")]
    [InlineData(new long[] { }, new long[] { }, 4, "4")]
    [InlineData(new long[] { 0, 5 }, new long[] { 5, 1 }, 6, "")]
    public void A_view_is_read_in_row_major_order(long[] shape, long[] strides, long offset, string expected)
    {
        foreach (var deflate in new[] { false, true })
        {
            var pickle = new PickleAssembler().OrderedDict().Items(("view", a => a.Tensor(new TensorPart("FloatStorage", "0", 6, shape, strides, offset)))).Stop();
            var file = new ZipBuilder().Build([.. Parts(pickle).Select(p => p with { Deflate = deflate })]);
            var bytes = Assert.Single(TemporaryCheckpoint.ReadAll(file)).Bytes;
            Assert.Equal(expected, string.Join(' ', bytes.Chunk(4).Select(b => BitConverter.ToSingle(b))));
        }
    }

    [Fact]
    public void A_view_that_is_scattered_wide_is_read_without_its_whole_storage()
    {
        // A column of a matrix of 2^20 rows, and the matrix transposed from far apart.
        var bytes = new byte[8 << 20];
        new Random(7).NextBytes(bytes);
        var pickle = new PickleAssembler().OrderedDict().Items(
            ("column", a => a.Tensor(new TensorPart("ByteStorage", "0", bytes.Length, [1 << 10], [8192], 5))),
            ("rows", a => a.Tensor(new TensorPart("ByteStorage", "0", bytes.Length, [3, 100], [4 << 20 >> 1, 1], 9)))).Stop();
        using var file = new TemporaryCheckpoint(new ZipBuilder().Build(new ZipPart("x/data.pkl", pickle), new ZipPart("x/data/0", bytes)));
        using var checkpoint = Checkpoint.Open(file.Path);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var column = WholeTensor.Read(checkpoint.Tensors[0]).Bytes;
        var rows = WholeTensor.Read(checkpoint.Tensors[1]).Bytes;

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Equal(Enumerable.Range(0, 1 << 10).Select(i => bytes[(i * 8192) + 5]), column);
        Assert.Equal(Enumerable.Range(0, 300).Select(i => bytes[(i / 100 * (2 << 20)) + (i % 100) + 9]), rows);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public void A_checkpoint_of_a_training_script_is_read_in_every_protocol(int protocol)
    {
        var pickle = new PickleAssembler(protocol).Op('}').Items(
            ("epoch", a => a.Int(90)),
            ("arch", a => a.Text("resnet50")),
            ("best_acc1", a => a.Tensor(TensorPart.Good with { Shape = [], Strides = [], Offset = 3 })),
            ("state_dict", StateDict),
            ("optimizer", a => a.Op('}').Items(
                ("state", b => b.Op('}').Int(0).Op('}').Items(("momentum_buffer", c => c.Tensor(TensorPart.Good)), ("step", c => c.Int(1L << 40))).Op('s')),
                ("param_groups", b => b.Op(']').Op('}').Items(("lr", c => c.Float(0.1)), ("nesterov", c => c.Bool(false)), ("dampening", c => c.None()), ("params", c => c.Op(']').Mark().Int(0).Int(1).Op('e'))).Op('a')))),
            ("scheduler", a => a.Op('}').Items(("milestones", b => b.Global("collections", "Counter").Op('}').Int(30).Int(1).Op('s').Op(0x85).Op('R')))),
            ("args", a => a.Global("argparse", "Namespace").Op(')').Op(0x81).Op('}').Items(("lr", b => b.Float(0.1)), ("betas", b => b.Tuple(1, 2, 3, 4))).Op('b')),
            ("metric", a => a.Call("numpy.core.multiarray", "scalar", b => b
                .Call("numpy", "dtype", c => c.Text("f8").Bool(false).Bool(true)).Mark().Int(3).Text("<").None().None().None().Int(-1).Int(-1).Int(0).Op('t').Op('b')
                .Call("_codecs", "encode", c => c.Text("\u00cd\u00cc").Text("latin1")))),
            ("seed", a => a.Op(0x8a, [9, .. new byte[8], 1])),
            ("classes", a => { _ = protocol < 4 ? a.Call(protocol == 2 ? "__builtin__" : "builtins", "set", b => b.Op(']')) : a.Op(0x8f).Mark().Text("cat").Op(0x90); }),
            ("rng", a => { _ = protocol < 3 ? a.Call("_codecs", "encode", b => b.Text("\u0000").Text("latin1")) : a.Op('C', 3, 1, 2, 3); }),
            ("blob", a => { _ = protocol < 5 ? a.None() : a.Op(0x96, 2, 0, 0, 0, 0, 0, 0, 0, 1, 2); }),
            ("device", a => a.Call("torch", "device", b => b.Text("cuda").Int(0))),
            ("size", a => a.Global("torch", "Size").Tuple(1, 2).Op(0x85).Op('R')),
            ("dtype", a => a.Global("torch", "float16"))).Stop();

        Assert.Equal(Good, Assert.Single(TemporaryCheckpoint.ReadAll(Archive(pickle))).ToString());
    }

    [Fact]
    public void A_state_dict_with_its_metadata_and_parameters_is_read()
    {
        var pickle = new PickleAssembler().OrderedDict().Items(
            ("weight", a => a.Call("torch._utils", "_rebuild_parameter", b => b.Tensor(TensorPart.Good).Bool(true).OrderedDict())))
            .Op('}').Text("_metadata").OrderedDict().Text("").Op('}').Text("version").Int(2).Op('s').Op('s').Op('s').Op('b').Stop();
        Assert.Equal(Good, Assert.Single(TemporaryCheckpoint.ReadAll(Archive(pickle))).ToString());
    }

    [Fact]
    public void Values_that_were_remembered_are_recalled_and_a_storage_is_shared()
    {
        var pickle = new PickleAssembler().OrderedDict().Op('q', 0).Mark().Text("a").Op('q', 1)
            .Global("torch._utils", "_rebuild_tensor_v2").Op('q', 2).Mark().Storage("FloatStorage", "0", 6).Op('r', 3, 0, 0, 0).Int(0).Tuple(2).Op('q', 4).Tuple(1).Op('q', 5).Bool(false).OrderedDict().Op('t').Op('R')
            .Text("b").Op('h', 2).Mark().Op('j', 3, 0, 0, 0).Int(4).Op('h', 4).Op('h', 5).Bool(false).OrderedDict().Op('t').Op('R').Op('u').Stop();
        Assert.Equal("a float32 [2] 000000000000803F; b float32 [2] 000080400000A040", string.Join("; ", TemporaryCheckpoint.ReadAll(Archive(pickle))));
    }

    [Theory]
    [InlineData("state_dict")]
    [InlineData("model")]
    [InlineData("model_state_dict")]
    [InlineData("net")]
    public void The_usual_keys_of_a_state_dict_are_found(string key)
    {
        var pickle = new PickleAssembler().Op('}').Items(("epoch", a => a.Int(1)), (key, StateDict)).Stop();
        Assert.Equal(Good, Assert.Single(TemporaryCheckpoint.ReadAll(Archive(pickle))).ToString());
    }

    [Theory]
    [InlineData("ema", "ema.weight")]
    [InlineData("all.student", "student.weight")]
    [InlineData("all.a.b", "dotted.weight")]
    public void Another_key_is_named_and_dots_go_deeper(string key, string expected)
    {
        var pickle = new PickleAssembler().Op('}').Items(
            ("state_dict", StateDict), ("model", StateDict), ("ema", a => Named(a, "ema.weight")),
            ("all", a => a.Op('}').Items(("student", b => Named(b, "student.weight")), ("a.b", b => Named(b, "dotted.weight"))))).Stop();
        Assert.Equal(expected, Assert.Single(TemporaryCheckpoint.ReadAll(Archive(pickle), new CheckpointOptions { Key = key })).Name);
    }

    [Theory]
    [InlineData("nothing", "holds no dict under the key 'nothing': it has 'epoch' (an int), 'state_dict' (1 tensors)")]
    [InlineData("epoch", "holds no dict under the key 'epoch'")]
    [InlineData("state_dict.weight", "holds no dict under the key 'state_dict.weight': it has 'weight' (a tensor)")]
    [InlineData("", "holds no dict under the key ''")]
    public void A_key_that_leads_to_no_state_dict_is_refused_with_what_is_there(string key, string expected)
    {
        using var file = new TemporaryCheckpoint(Archive(new PickleAssembler().Op('}').Items(("epoch", a => a.Int(1)), ("state_dict", StateDict)).Stop()));
        var refusal = Assert.Throws<CheckpointException>(() => file.ReadAll(new CheckpointOptions { Key = key }));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_state_dict_and_empty_storages_are_read()
    {
        Assert.Empty(TemporaryCheckpoint.ReadAll(Archive(new PickleAssembler().OrderedDict().Stop())));
        var pickle = new PickleAssembler().OrderedDict().Items(("a", a => a.Tensor(new TensorPart("FloatStorage", "0", 0, [0, 3], [3, 1])))).Stop();
        var file = new ZipBuilder().Build(new ZipPart("x/data.pkl", pickle), new ZipPart("x/data/0", []) { Descriptor = true });
        Assert.Equal("a float32 [0, 3] ", Assert.Single(TemporaryCheckpoint.ReadAll(file)).ToString());
    }

    [Fact]
    public void Archives_of_other_writers_are_read()
    {
        var parts = Parts(Checkpoints.StateDict());
        Assert.Equal(Good, Assert.Single(TemporaryCheckpoint.ReadAll(new ZipBuilder { Zip64End = true }.Build([.. parts.Select(p => p with { Zip64 = true, LongDescriptor = true })]))).ToString());
        Assert.Equal(Good, Assert.Single(TemporaryCheckpoint.ReadAll(new ZipBuilder { Zip64End = true, SmallCount = 0xffff }.Build([.. parts.Select(p => p with { Descriptor = false, Flags = 0x0002 })]))).ToString());
        Assert.Equal(Good, Assert.Single(TemporaryCheckpoint.ReadAll(new ZipBuilder().Build([.. parts.Reverse().Select(p => p with { Deflate = true, Extra = [9, 9, 1, 0, 7] })]))).ToString());
        Assert.Equal(Good, Assert.Single(TemporaryCheckpoint.ReadAll(ArchiveWith(
            new ZipPart("archive/.format_version", [49]), new ZipPart("archive/.storage_alignment", [54, 52]), new ZipPart("archive/.data/serialization_id", [49])))).ToString());
    }

    [Fact]
    public void A_damaged_storage_is_noticed_whatever_part_of_it_is_read()
    {
        var file = Archive("archive/data/0", p => p with { Crc = 1 });
        foreach (var (start, count) in new[] { (0, 6), (0, 1), (5, 1) })
        {
            using var temporary = new TemporaryCheckpoint(file);
            using var checkpoint = Checkpoint.Open(temporary.Path);
            Assert.Contains("is damaged", Assert.Throws<CheckpointException>(() => checkpoint.Tensors[0].Read(start, new byte[count * 4])).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Several_threads_may_read_one_checkpoint()
    {
        var random = new Random(11);
        for (var round = 0; round < 20; round++)
        {
            var state = new RandomStateDict(random);
            using var file = new TemporaryCheckpoint(state.PyTorch(random));
            using var checkpoint = Checkpoint.Open(file.Path);
            var expected = state.Expected.ToList();
            Parallel.For(0, expected.Count * 8, i => Assert.Equal(expected[i % expected.Count].ToString(), WholeTensor.Read(checkpoint.Tensors[i % expected.Count]).ToString()));
        }
    }

    private static void StateDict(PickleAssembler pickle) => Named(pickle, "weight");

    private static void Named(PickleAssembler pickle, string name) => pickle.OrderedDict().Items((name, a => a.Tensor(TensorPart.Good)));
}
