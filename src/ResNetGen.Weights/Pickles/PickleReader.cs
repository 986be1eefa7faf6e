using System.Globalization;

namespace ResNetGen.Weights.Pickles;

/// <summary>
/// Interprets the pickle of a checkpoint: a switch over the instructions that a state dict and what training scripts put beside
/// it need. It makes data and nothing else; what is not in the switch or not among the globals is refused by name.
/// </summary>
internal sealed class PickleReader
{
    private readonly PickleBytes _bytes;
    private readonly PickleStack _stack;
    private readonly PickleCalls _calls;

    private PickleReader(PickleBytes bytes)
    {
        _bytes = bytes;
        _stack = new PickleStack(bytes);
        _calls = new PickleCalls();
    }

    /// <summary>Reads a pickle that fills a stream.</summary>
    /// <returns>Its value, and the tensors that it makes, in its order.</returns>
    /// <exception cref="CheckpointException">The pickle is refused.</exception>
    public static (object Value, IReadOnlyList<PickleValue> Tensors) Read(Stream stream, long length)
    {
        if (length > PickleLimits.Bytes)
            throw new CheckpointException($"the pickle has {length} bytes; at most {PickleLimits.Bytes} are read");

        var reader = new PickleReader(new PickleBytes(stream, length));
        return (reader.Run(), reader._calls.Tensors);
    }

    private object Run()
    {
        if (_bytes.Byte() != (byte)PickleOpcode.Proto || _bytes.Byte() is not (>= 2 and <= 5))
            throw new CheckpointException("the pickle does not begin with a protocol from 2 to 5");

        while (true)
        {
            var at = _bytes.Position;
            var opcode = (PickleOpcode)_bytes.Byte();
            if (opcode == PickleOpcode.Stop)
                return End();

            var frame = _bytes.FrameEnd;
            Step(opcode, at);
            if (at < frame && _bytes.Position > frame)
                throw new CheckpointException($"the pickle has an instruction at byte {at} that leads out of its frame, which ends at byte {frame}");
        }
    }

    private object End()
    {
        var value = _stack.Pop();
        if (_stack.Count > 0 || _stack.Marks > 0)
            throw new CheckpointException($"the pickle leaves {_stack.Count} values and {_stack.Marks} marks on its stack");
        if (_bytes.InFrame)
            throw new CheckpointException($"the pickle ends at byte {_bytes.Position}, before the end of its frame");

        return _bytes.Left == 0 ? value : throw new CheckpointException($"{_bytes.Left} bytes follow the end of the pickle at byte {_bytes.Position}");
    }

    private void Step(PickleOpcode opcode, long at)
    {
        switch (opcode)
        {
            case PickleOpcode.None: _stack.Push(PickleValue.None); break;
            case PickleOpcode.NewTrue: _stack.Push(PickleCalls.True); break;
            case PickleOpcode.NewFalse: _stack.Push(PickleCalls.False); break;
            case PickleOpcode.BinInt: _stack.Push((long)_bytes.Int32()); break;
            case PickleOpcode.BinInt1: _stack.Push((long)_bytes.Byte()); break;
            case PickleOpcode.BinInt2: _stack.Push((long)_bytes.UInt16()); break;
            case PickleOpcode.Long1: _stack.Push(_bytes.Long(_bytes.Byte()) is { } number ? number : new PickleOpaque("int")); break;
            case PickleOpcode.BinFloat: _stack.Push(_bytes.Double()); break;

            case PickleOpcode.ShortBinUnicode: _stack.Push(_bytes.Text(_bytes.Byte())); break;
            case PickleOpcode.BinUnicode: _stack.Push(_bytes.Text(_bytes.UInt32())); break;
            case PickleOpcode.BinUnicode8: _stack.Push(_bytes.Text(_bytes.UInt64())); break;
            case PickleOpcode.ShortBinBytes: Drop(_bytes.Byte(), "bytes"); break;
            case PickleOpcode.BinBytes: Drop(_bytes.UInt32(), "bytes"); break;
            case PickleOpcode.BinBytes8: Drop(_bytes.UInt64(), "bytes"); break;
            case PickleOpcode.ByteArray8: Drop(_bytes.UInt64(), "bytearray"); break;

            case PickleOpcode.Mark: _stack.Mark(); break;
            case PickleOpcode.EmptyTuple: _stack.Push(PickleTuple.Empty); break;
            case PickleOpcode.Tuple1: _stack.Push(new PickleTuple(_stack.Pop(1))); break;
            case PickleOpcode.Tuple2: _stack.Push(new PickleTuple(_stack.Pop(2))); break;
            case PickleOpcode.Tuple3: _stack.Push(new PickleTuple(_stack.Pop(3))); break;
            case PickleOpcode.Tuple: _stack.Push(new PickleTuple(_stack.PopToMark())); break;
            case PickleOpcode.EmptyList: _stack.Push(new PickleList()); break;
            case PickleOpcode.Append: Append([_stack.Pop()], at); break;
            case PickleOpcode.Appends: Append(_stack.PopToMark(), at); break;
            case PickleOpcode.EmptyDict: _stack.Push(new PickleDict(ordered: false)); break;
            case PickleOpcode.SetItem: SetItems(_stack.Pop(2), at); break;
            case PickleOpcode.SetItems: SetItems(_stack.PopToMark(), at); break;
            case PickleOpcode.EmptySet: _stack.Push(new PickleOpaque("set")); break;
            case PickleOpcode.AddItems: AddItems(_stack.PopToMark(), at); break;
            case PickleOpcode.FrozenSet: _stack.PopToMark(); _stack.Push(new PickleOpaque("frozenset")); break;

            case PickleOpcode.BinPut: _stack.Remember(_bytes.Byte()); break;
            case PickleOpcode.LongBinPut: _stack.Remember(_bytes.UInt32()); break;
            case PickleOpcode.Memoize: _stack.Remember((uint)_stack.MemoCount); break;
            case PickleOpcode.BinGet: _stack.Recall(_bytes.Byte()); break;
            case PickleOpcode.LongBinGet: _stack.Recall(_bytes.UInt32()); break;

            case PickleOpcode.Global: Global(_bytes.Line("module"), _bytes.Line("name"), at); break;
            case PickleOpcode.StackGlobal: StackGlobal(at); break;
            case PickleOpcode.Reduce: Reduce(at); break;
            case PickleOpcode.NewObj: NewObject(at); break;
            case PickleOpcode.Build: Build(_stack.Pop(), at); break;
            case PickleOpcode.BinPersId: _stack.Push(PickleCalls.Storage(_stack.Pop(), at)); break;
            case PickleOpcode.Frame: _bytes.BeginFrame(at, _bytes.UInt64()); break;

            default: throw Refused(opcode, at);
        }
    }

    private void Drop(ulong count, string kind)
    {
        _bytes.Skip(count, kind);
        _stack.Push(new PickleOpaque(kind));
    }

    private void Append(object[] items, long at)
    {
        var list = _stack.Peek() as PickleList ?? throw Wrong("appends to", _stack.Peek(), "a list", at);
        foreach (var item in items)
            list.Add(item);

        CheckDepth(list, at);
    }

    private void AddItems(object[] items, long at)
    {
        if (_stack.Peek() is not PickleOpaque { Kind: "set" })
            throw Wrong("adds items to", _stack.Peek(), "a set", at);
        if (items.FirstOrDefault(i => !PickleKeys.Allow(i) && i is not PickleTuple) is { } item)
            throw Wrong("adds to a set", item, "a plain value", at);
    }

    private void SetItems(object[] items, long at)
    {
        var dict = _stack.Peek() as PickleDict ?? throw Wrong("sets items of", _stack.Peek(), "a dict", at);
        if (items.Length % 2 != 0)
            throw new CheckpointException($"the pickle sets a key without a value at byte {at}");

        for (var i = 0; i < items.Length; i += 2)
        {
            if (!PickleKeys.Allow(items[i]))
                throw Wrong("has a dict's key", items[i], "a plain value", at);
            if (!dict.TryAdd(items[i], items[i + 1]))
                throw new CheckpointException($"the pickle has the key {PickleCalls.Show(items[i])} twice in a dict at byte {at}");
        }

        CheckDepth(dict, at);
    }

    private void StackGlobal(long at)
    {
        var name = _stack.Pop<string>("the name of a global");
        Global(_stack.Pop<string>("the module of a global"), name, at);
    }

    private void Global(string module, string name, long at) => _stack.Push(
        PickleGlobals.Find(module, name)
        ?? throw new CheckpointException(
            $"refused: the pickle asks for {Files.Quoted.Name($"{module}.{name}")} at byte {at}, and only what a state dict needs is read; if you trust the file, save its state dict alone in Python: torch.save(model.state_dict(), f)"));

    private void Reduce(long at)
    {
        var arguments = _stack.Pop<PickleTuple>("the arguments of a call");
        _stack.Push(_calls.Reduce(_stack.Pop(), arguments.Items, at));
    }

    private void NewObject(long at)
    {
        var arguments = _stack.Pop<PickleTuple>("the arguments of a new object");
        if (_stack.Pop() is not PickleGlobal { Kind: GlobalKind.Object } type || arguments.Items.Length > 0)
            throw new CheckpointException($"refused: the pickle makes a new object at byte {at} that no state dict needs");

        _stack.Push(new PickleOpaque(type.Name));
    }

    private void Build(object state, long at)
    {
        var fits = _stack.Peek() switch
        {
            PickleDict { Ordered: true } or PickleOpaque { Kind: "argparse.Namespace" } => state is PickleDict { Ordered: false },
            PickleOpaque { Kind: "numpy.dtype" } => state is PickleTuple,
            _ => false,
        };
        if (!fits)
            throw new CheckpointException($"refused: the pickle gives {PickleValue.Describe(_stack.Peek())} a state (BUILD) at byte {at} that no state dict needs");
    }

    private static void CheckDepth(PickleValue value, long at)
    {
        if (value.Depth > PickleLimits.Depth)
            throw new CheckpointException($"the pickle nests values deeper than {PickleLimits.Depth} at byte {at}");
    }

    private static CheckpointException Wrong(string does, object value, string expected, long at) =>
        new($"the pickle {does} {PickleValue.Describe(value)} at byte {at}, where {expected} is needed");

    private static CheckpointException Refused(PickleOpcode opcode, long at) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"refused: the pickle has the instruction {(Enum.IsDefined(opcode) ? opcode.ToString().ToUpperInvariant() : "unknown")} (0x{(byte)opcode:x2}) at byte {at}, which no state dict needs"));
}
