using ResNetGen.Weights.Tests.Building;

namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>Tensors that do not lie in their storages, and tensors of other kinds.</summary>
internal static class HostileTensors
{
    public static IEnumerable<HostileFile> All() => [.. Layouts(), .. Storages(), .. Arguments(), .. Foreign()];

    private static HostileFile File(string name, Action<PickleAssembler> tensor, string expected)
    {
        var pickle = new PickleAssembler().OrderedDict().Items(("weight", a => a.Tensor(TensorPart.Good)), ("fc.bad", tensor)).Stop();
        return new HostileFile($"tensor-{name}.pth", Checkpoints.Archive(pickle), expected);
    }

    private static HostileFile Layout(string name, TensorPart tensor, string expected) => File(name, a => a.Tensor(tensor), expected);

    private static IEnumerable<HostileFile> Layouts()
    {
        var good = TensorPart.Good;
        yield return Layout("larger-than-storage", good with { Shape = [3, 3] }, "reaches element 8 of a storage of 6: size [3, 3], strides [3, 1], offset 0");
        yield return Layout("stride-too-large", good with { Strides = [4, 1] }, "reaches element 6 of a storage of 6");
        yield return Layout("offset-too-large", good with { Offset = 1 }, "reaches element 6 of a storage of 6");
        yield return Layout("offset-outside", good with { Offset = 7, Shape = [0], Strides = [1] }, "begins at element 7 of a storage of 6");
        yield return Layout("offset-negative", good with { Offset = -1 }, "begins at element -1");
        yield return Layout("offset-of-2-to-63", good with { Offset = long.MaxValue }, "begins at element 9223372036854775807");
        yield return Layout("size-negative", good with { Shape = [-2, -3] }, "has size [-2, -3]");
        yield return Layout("size-overflows", good with { Shape = [1L << 32, 1L << 32], Strides = [0, 0] }, "has size [4294967296, 4294967296]");
        yield return Layout("size-overflows-to-six", good with { Shape = [2, (1L << 62) + 3], Strides = [0, 0] }, "which is no size of a tensor");
        yield return Layout("bytes-overflow", good with { Shape = [1L << 61], Strides = [0] }, "which is no size of a tensor");
        yield return Layout("stride-negative", good with { Offset = 5, Strides = [-3, -1] }, "has strides [-3, -1]");
        yield return Layout("stride-overflows", good with { Strides = [long.MaxValue, 1] }, "reaches element 9223372036854775809");
        yield return Layout("strides-overflow-to-zero", good with { Shape = [3, 3], Strides = [long.MaxValue, long.MaxValue] }, "reaches element 36893488147419103228");
        yield return Layout("strides-too-few", good with { Strides = [1] }, "has 2 sizes and 1 strides");
        yield return Layout("strides-too-many", good with { Strides = [3, 1, 1] }, "has 2 sizes and 3 strides");
        yield return Layout("dimensions-too-many", good with { Shape = [.. new long[65]], Strides = [.. new long[65]] }, "of 65 dimensions; at most 64");
        yield return Layout("expanded-to-terabytes", good with { Shape = [1L << 40], Strides = [0] }, "the tensors would take 4398046511128 bytes");
        yield return Layout("expanded-to-exabytes", good with { Shape = [1L << 59], Strides = [0] }, "at most 16 times as much is read");
    }

    private static IEnumerable<HostileFile> Storages()
    {
        var good = TensorPart.Good;
        yield return Layout("storage-declared-larger", good with { StorageElements = 7 }, "of 7 float32, and the archive has 24 bytes");
        yield return Layout("storage-declared-huge", good with { StorageElements = 1L << 60 }, "of 1152921504606846976 float32, and the archive has 24 bytes");
        yield return Layout("storage-declared-smaller", good with { StorageElements = 5 }, "of 5 float32, and the archive has 24 bytes");
        yield return Layout("storage-declared-empty", good with { StorageElements = 0, Shape = [0], Strides = [1] }, "of 0 float32, and the archive has 24 bytes");
        yield return Layout("storage-of-other-type", good with { StorageType = "DoubleStorage" }, "of 6 float64, and the archive has 24 bytes");
        yield return Layout("storage-of-part-elements", good with { StorageType = "DoubleStorage", Key = "9", StorageElements = 3 }, "which the archive does not have");
        yield return Layout("storage-missing", good with { Key = "1" }, "lies in storage '1', which the archive does not have");
        yield return Layout("storage-key-escapes", good with { Key = "../data.pkl" }, "lies in storage '../data.pkl', which the archive does not have");
        yield return Layout("storage-key-absolute", good with { Key = "/etc/passwd" }, "which the archive does not have");
        yield return Layout("storage-key-empty", good with { Key = "" }, "lies in storage '', which the archive does not have");
        yield return File("storage-negative", a => a.Storage("FloatStorage", "0", -6), "persistent id at byte");
        yield return File("storage-key-a-number", a => a.Mark().Text("storage").Global("torch", "FloatStorage").Int(0).Text("cpu").Int(6).Op('t').Op('Q'), "persistent id at byte");
        yield return File("storage-type-a-text", a => a.Mark().Text("storage").Text("FloatStorage").Text("0").Text("cpu").Int(6).Op('t').Op('Q'), "persistent id at byte");
        yield return File("storage-type-a-function", a => a.Mark().Text("storage").Global("torch._utils", "_rebuild_tensor_v2").Text("0").Text("cpu").Int(6).Op('t').Op('Q'), "persistent id at byte");
        yield return File("storage-location-a-number", a => a.Mark().Text("storage").Global("torch", "FloatStorage").Text("0").Int(0).Int(6).Op('t').Op('Q'), "persistent id at byte");
        yield return File("storage-with-a-view", a => a.Mark().Text("storage").Global("torch", "FloatStorage").Text("0").Text("cpu").Int(6).None().Op('t').Op('Q'), "persistent id at byte");
        yield return File("module-by-persistent-id", a => a.Mark().Text("module").Global("torch", "FloatStorage").Text("0").Text("cpu").Int(6).Op('t').Op('Q'), "persistent id at byte");
        yield return File("persistent-id-a-text", a => a.Text("storage").Op('Q'), "persistent id at byte");
        yield return File("storage-as-a-value", a => a.Storage("FloatStorage", "0", 6), "'fc.bad' (a storage)");
    }

    private static IEnumerable<HostileFile> Arguments()
    {
        yield return File("of-nothing", a => a.Global("torch._utils", "_rebuild_tensor_v2").Op(')').Op('R'), "of something else than a storage, an offset, a size and strides");
        yield return File("of-a-text", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Text("0").Int(0).Tuple(6).Tuple(1).Bool(false).OrderedDict()), "of something else than a storage");
        yield return File("offset-a-float", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Float(0).Tuple(6).Tuple(1).Bool(false).OrderedDict()), "of something else than a storage, an offset");
        yield return File("offset-a-long-number", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Op(0x8a, [9, .. new byte[9]]).Tuple(6).Tuple(1).Bool(false).OrderedDict()), "of something else than a storage, an offset");
        yield return File("size-of-floats", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Int(0).Float(6).Op(0x85).Tuple(1).Bool(false).OrderedDict()), "a size of a float");
        yield return File("strides-of-texts", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Int(0).Tuple(6).Text("1").Op(0x85).Bool(false).OrderedDict()), "strides of a text");
        yield return File("size-a-list", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Int(0).Op(']').Tuple(1).Bool(false).OrderedDict()), "of something else than a storage, an offset, a size");
        yield return File("hooks", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Int(0).Tuple(6).Tuple(1).Bool(false).OrderedDict().Items(("a", c => c.Int(1)))), "with hooks or more than a tensor has");
        yield return File("hooks-a-function", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Int(0).Tuple(6).Tuple(1).Bool(false).Global("torch", "Size")), "with hooks or more than a tensor has");
        yield return File("too-many-arguments", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Int(0).Tuple(6).Tuple(1).Bool(false).OrderedDict().None().None()), "with hooks or more than a tensor has");
        yield return File("negated", a => a.Call("torch._utils", "_rebuild_tensor_v2", b => b.Storage("FloatStorage", "0", 6).Int(0).Tuple(6).Tuple(1).Bool(false).OrderedDict().Op('}').Items(("neg", c => c.Bool(true)))), "tensor 'fc.bad' (byte ");
    }

    private static IEnumerable<HostileFile> Foreign()
    {
        foreach (var (name, expected) in new[]
        {
            ("_rebuild_sparse_tensor", "is sparse"), ("_rebuild_sparse_csr_tensor", "is sparse"), ("_rebuild_qtensor", "is quantized"),
            ("_rebuild_meta_tensor_no_storage", "is of the meta device"), ("_rebuild_nested_tensor", "is nested"), ("_rebuild_wrapper_subclass", "of a subclass of Tensor"),
            ("_rebuild_tensor_v3", "such as float8 or uint16"), ("_rebuild_device_tensor_from_numpy", "NumPy arrays"), ("_rebuild_parameter_with_state", "a parameter with attributes"),
        })
        {
            yield return File(name, a => a.Call("torch._utils", name, b => b.Int(0)), expected);
        }

        yield return File("sparse-with-indices-outside", Sparse, "is sparse, and only dense tensors are read");
        yield return File("sparse-out-of-sight", a => a.Op(']').Mark().Call("torch._utils", "_rebuild_sparse_tensor", b => b.Int(0)).Op('e'), "tensor 'fc.bad.0'");
        yield return File("subclass", a => a.Call("torch._tensor", "_rebuild_from_type_v2", b => b.Global("torch._utils", "_rebuild_tensor_v2").Global("torch", "Tensor").Op(')').Op('}')), "of a subclass of Tensor, or has attributes");
        foreach (var (type, expected) in new[]
        {
            ("ComplexFloatStorage", "is complex64"), ("ComplexDoubleStorage", "is complex128"), ("QInt8Storage", "is quantized qint8"), ("QUInt8Storage", "is quantized quint8"),
            ("QInt32Storage", "is quantized qint32"), ("QUInt4x2Storage", "is quantized quint4x2"),
        })
        {
            yield return Layout(type, TensorPart.Good with { StorageType = type, StorageElements = 3, Shape = [3], Strides = [1] }, expected);
        }

        var bools = new PickleAssembler().OrderedDict().Items(("mask", a => a.Tensor(new TensorPart("BoolStorage", "0", 24, [24], [1])))).Stop();
        yield return new HostileFile("tensor-bool-of-128.pth", Checkpoints.Archive(bools), "tensor 'mask': element 6 is the byte 128, and a bool is 0 or 1");
    }

    private static void Sparse(PickleAssembler pickle) => pickle.Call("torch._utils", "_rebuild_sparse_tensor", a => a
        .Call("torch.serialization", "_get_layout", b => b.Text("torch.sparse_coo")).Mark().Tensor(TensorPart.Good).Tensor(TensorPart.Good).Tuple(1_000_000).Op('t'));
}
