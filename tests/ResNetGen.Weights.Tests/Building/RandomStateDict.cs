namespace ResNetGen.Weights.Tests.Building;

/// <summary>Storages, and views of them in any order of dimensions, sharing and overlapping, as torch may write them.</summary>
internal sealed class RandomStateDict
{
    private static readonly (ElementType Type, string Storage, long DatType, string Safe)[] Types =
    [
        (ElementType.UInt8, "ByteStorage", 0, "U8"), (ElementType.Int8, "CharStorage", 1, "I8"), (ElementType.Int16, "ShortStorage", 2, "I16"),
        (ElementType.Int32, "IntStorage", 3, "I32"), (ElementType.Int64, "LongStorage", 4, "I64"), (ElementType.Float16, "HalfStorage", 5, "F16"),
        (ElementType.Float32, "FloatStorage", 6, "F32"), (ElementType.Float64, "DoubleStorage", 7, "F64"), (ElementType.Bool, "BoolStorage", 11, "BOOL"),
        (ElementType.BFloat16, "BFloat16Storage", 15, "BF16"),
    ];

    private readonly List<(int Type, byte[] Bytes)> _storages = [];
    private readonly List<(TensorPart Part, WholeTensor Whole, int Type)> _tensors = [];

    public RandomStateDict(Random random)
    {
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var type = random.Next(Types.Length);
            var bytes = new byte[random.Next(0, 200) * Types[type].Type.Size()];
            random.NextBytes(bytes);
            if (Types[type].Type == ElementType.Bool)
                bytes = [.. bytes.Select(b => (byte)(b & 1))];
            _storages.Add((type, bytes));
        }

        for (var i = random.Next(0, 12); i > 0; i--)
            AddView(random, $"layer{_tensors.Count}.{(random.Next(5) == 0 ? "gewicht\u00e4" : "weight")}");
    }

    public static IReadOnlyList<(ElementType Type, string Storage, long DatType, string Safe)> AllTypes => Types;

    public IEnumerable<WholeTensor> Expected => _tensors.Select(t => t.Whole);

    public byte[] PyTorch(Random random)
    {
        var pickle = new PickleAssembler(random.Next(2, 6)).OrderedDict();
        pickle.Mark();
        foreach (var (part, whole, _) in _tensors)
            pickle.Text(whole.Name).Tensor(part);

        return new ZipBuilder { Zip64End = random.Next(2) == 0 }.Build(
        [
            new("archive/data.pkl", pickle.Op('u').Stop()) { Descriptor = random.Next(2) == 0, Deflate = random.Next(3) == 0 },
            .. _storages.Select((s, i) => new ZipPart($"archive/data/{i}", s.Bytes)
            {
                Descriptor = s.Bytes.Length % 2 == 0, Deflate = random.Next(3) == 0, Zip64 = random.Next(4) == 0, LocalExtra = [0x46, 0x42, 3, 0, 90, 90, 90],
            }),
        ]);
    }

    public byte[] SafeTensors()
    {
        var (header, elements) = (new List<string>(), new List<byte>());
        foreach (var (_, whole, type) in _tensors)
        {
            header.Add($"\"{whole.Name}\": {{\"dtype\":\"{Types[type].Safe}\",\"shape\":[{string.Join(',', whole.Shape)}],\"data_offsets\":[{elements.Count},{elements.Count + whole.Bytes.Length}]}}");
            elements.AddRange(whole.Bytes);
        }

        return Checkpoints.SafeTensors(Checkpoints.Utf8($"{{\"__metadata__\":{{\"format\":\"pt\"}}{string.Concat(header.Select(h => ", " + h))}}}   "), [.. elements]);
    }

    public byte[] Dat() =>
    [
        .. Checkpoints.Leb(_tensors.Count), .. _tensors.SelectMany(t => Checkpoints.DatEntry(t.Whole.Name, Types[t.Type].DatType, [.. t.Whole.Shape], t.Whole.Bytes)),
    ];

    private void AddView(Random random, string name)
    {
        var storage = random.Next(_storages.Count);
        var (type, bytes) = _storages[storage];
        var (_, storageType, _, _) = Types[type];
        var size = Types[type].Type.Size();
        var elements = bytes.Length / size;
        var (shape, strides, reach) = (new long[random.Next(0, 5)], new List<long>(), (long)random.Next(0, elements + 1));
        var offset = reach;
        for (var axis = 0; axis < shape.Length; axis++)
        {
            var stride = random.Next(0, 8);
            shape[axis] = random.Next(0, 7) is > 0 and var wanted ? Math.Clamp(stride == 0 ? wanted : (elements - 1 - reach) / stride, 1, wanted) : 1;
            strides.Add(stride);
            reach += (shape[axis] - 1) * stride;
        }

        if (reach >= elements || (shape.Length > 0 && random.Next(10) == 0))
        {
            shape = shape.Length == 0 ? [0] : shape;
            shape[random.Next(shape.Length)] = 0;
            strides = [.. strides, .. Enumerable.Repeat(1L, shape.Length - strides.Count)];
        }

        var view = new TensorPart(storageType, storage.ToString(System.Globalization.CultureInfo.InvariantCulture), elements, shape, [.. strides], offset);
        _tensors.Add((view, new WholeTensor(name, Types[type].Type, shape, View(bytes, size, view)), type));
    }

    // The definition, element by element: nothing clever.
    private static byte[] View(byte[] storage, int size, TensorPart view)
    {
        var count = view.Shape.Aggregate(1L, (a, b) => a * b);
        var bytes = new List<byte>();
        for (var i = 0L; i < count; i++)
        {
            var (left, at) = (i, view.Offset);
            for (var axis = view.Shape.Length - 1; axis >= 0; axis--)
            {
                at += left % view.Shape[axis] * view.Strides[axis];
                left /= view.Shape[axis];
            }

            bytes.AddRange(storage.AsSpan((int)at * size, size));
        }

        return [.. bytes];
    }
}
