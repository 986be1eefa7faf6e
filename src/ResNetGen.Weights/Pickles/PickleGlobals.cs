namespace ResNetGen.Weights.Pickles;

/// <summary>All the globals that a pickle may name: the list is closed, and names are compared whole.</summary>
internal static class PickleGlobals
{
    private static readonly Dictionary<(string Module, string Name), PickleGlobal> All = Make();

    public static PickleGlobal? Find(string module, string name) => All.GetValueOrDefault((module, name));

    private static Dictionary<(string Module, string Name), PickleGlobal> Make()
    {
        var all = new Dictionary<(string Module, string Name), PickleGlobal>();
        Add(all, GlobalKind.OrderedDict, "collections", "OrderedDict");
        Add(all, GlobalKind.Tensor, "torch._utils", "_rebuild_tensor", "_rebuild_tensor_v2");
        Add(all, GlobalKind.Parameter, "torch._utils", "_rebuild_parameter");
        Add(all, GlobalKind.Size, "torch", "Size");
        AddStorages(all);
        AddForeign(all);

        // What training scripts put beside a state dict: optimizers' and schedulers' states, arguments, scores.
        Add(all, GlobalKind.Counter, "collections", "Counter");
        Add(all, GlobalKind.Object, "argparse", "Namespace");
        foreach (var module in new[] { "builtins", "__builtin__" })
            Add(all, GlobalKind.Dropped, module, "set", "frozenset", "bytearray");
        Add(all, GlobalKind.Dropped, "_codecs", "encode");
        Add(all, GlobalKind.Dropped, "torch", "device");
        Add(all, GlobalKind.Dropped, "numpy", "dtype");
        Add(all, GlobalKind.Dropped, "numpy.core.multiarray", "scalar");
        Add(all, GlobalKind.Dropped, "numpy._core.multiarray", "scalar");
        Add(
            all, GlobalKind.Name, "torch", "uint8", "int8", "int16", "int32", "int64", "float16", "bfloat16", "float32", "float64", "bool", "complex32",
            "complex64", "complex128", "qint8", "quint8", "qint32", "quint4x2", "quint2x4", "uint16", "uint32", "uint64", "float8_e4m3fn", "float8_e5m2",
            "float8_e4m3fnuz", "float8_e5m2fnuz", "float8_e8m0fnu", "strided", "sparse_coo", "sparse_csr", "sparse_csc", "sparse_bsr", "sparse_bsc", "_mkldnn",
            "jagged", "per_tensor_affine", "per_channel_affine", "per_tensor_symmetric", "per_channel_symmetric", "per_channel_affine_float_qparams",
            "contiguous_format", "channels_last", "channels_last_3d", "preserve_format", "Tensor");
        Add(all, GlobalKind.Name, "torch.nn.parameter", "Parameter", "Buffer");
        Add(all, GlobalKind.Dropped, "torch.serialization", "_get_layout");
        return all;
    }

    private static void AddStorages(Dictionary<(string Module, string Name), PickleGlobal> all)
    {
        foreach (var (name, type) in new (string, ElementType)[]
        {
            ("Float", ElementType.Float32), ("Double", ElementType.Float64), ("Half", ElementType.Float16), ("BFloat16", ElementType.BFloat16),
            ("Long", ElementType.Int64), ("Int", ElementType.Int32), ("Short", ElementType.Int16), ("Char", ElementType.Int8), ("Byte", ElementType.UInt8),
            ("Bool", ElementType.Bool),
        })
        {
            AddOne(all, new PickleGlobal(GlobalKind.Storage, $"torch.{name}Storage", type, null));
        }

        foreach (var (name, detail) in new[]
        {
            ("ComplexFloat", "complex64"), ("ComplexDouble", "complex128"), ("QInt8", "quantized qint8"), ("QUInt8", "quantized quint8"),
            ("QInt32", "quantized qint32"), ("QUInt4x2", "quantized quint4x2"), ("QUInt2x4", "quantized quint2x4"),
        })
        {
            AddOne(all, new PickleGlobal(GlobalKind.Storage, $"torch.{name}Storage", null, detail));
        }

        AddOne(all, new PickleGlobal(GlobalKind.Storage, "torch.storage.UntypedStorage", null, "untyped"));
    }

    private static void AddForeign(Dictionary<(string Module, string Name), PickleGlobal> all)
    {
        foreach (var (name, detail) in new[]
        {
            ("_rebuild_tensor_v3", "of a type that PyTorch's older storages lack, such as float8 or uint16"),
            ("_rebuild_sparse_tensor", "sparse"),
            ("_rebuild_sparse_csr_tensor", "sparse"),
            ("_rebuild_qtensor", "quantized"),
            ("_rebuild_meta_tensor_no_storage", "of the meta device, without elements"),
            ("_rebuild_nested_tensor", "nested"),
            ("_rebuild_wrapper_subclass", "of a subclass of Tensor"),
            ("_rebuild_device_tensor_from_numpy", "of a device that saves NumPy arrays"),
            ("_rebuild_device_tensor_from_cpu_tensor", "of a device of its own"),
            ("_rebuild_parameter_with_state", "a parameter with attributes"),
        })
        {
            AddOne(all, new PickleGlobal(GlobalKind.ForeignTensor, $"torch._utils.{name}", null, detail));
        }

        AddOne(all, new PickleGlobal(GlobalKind.ForeignTensor, "torch._tensor._rebuild_from_type_v2", null, "of a subclass of Tensor, or has attributes"));
    }

    private static void Add(Dictionary<(string Module, string Name), PickleGlobal> all, GlobalKind kind, string module, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            all.Add((module, name), new PickleGlobal(kind, $"{module}.{name}", null, null));
    }

    private static void AddOne(Dictionary<(string Module, string Name), PickleGlobal> all, PickleGlobal global)
    {
        var dot = global.Name.LastIndexOf('.');
        all.Add((global.Name[..dot], global.Name[(dot + 1)..]), global);
    }
}
