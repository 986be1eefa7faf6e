using ResNetGen.Weights.Tests.Building;

namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>Pickles that do what no state dict does.</summary>
internal static class HostilePickles
{
    public static IEnumerable<HostileFile> All() =>
    [
        .. Refused(), .. Disguised(), .. Misused(), .. Stacks(), .. Lengths(), .. Frames(), .. Ends(),
    ];

    private static HostileFile File(string name, byte[] pickle, string expected) => new($"pickle-{name}.pth", Checkpoints.Archive(pickle), expected);

    private static HostileFile File(string name, Action<PickleAssembler> pickle, string expected, int protocol = 2)
    {
        var assembler = new PickleAssembler(protocol);
        pickle(assembler);
        return File(name, assembler.Stop(), expected);
    }

    // Instructions that are not read, each where a value of a state dict would be.
    private static IEnumerable<HostileFile> Refused()
    {
        foreach (var (name, code, argument) in new (string, int, string)[]
        {
            ("POP", '0', ""), ("POPMARK", '1', ""), ("DUP", '2', ""), ("FLOAT", 'F', "1.5\n"), ("INT", 'I', "1\n"), ("LONG", 'L', "1L\n"), ("PERSID", 'P', "storage\n"),
            ("STRING", 'S', "'a'\n"), ("BINSTRING", 'T', "\u0001\0\0\0a"), ("SHORTBINSTRING", 'U', "\u0001a"), ("UNICODE", 'V', "a\n"), ("DICT", 'd', ""),
            ("GET", 'g', "0\n"), ("INST", 'i', "os\nsystem\n"), ("LIST", 'l', ""), ("OBJ", 'o', ""), ("PUT", 'p', "0\n"), ("EXT1", 0x82, "\u0001"),
            ("EXT2", 0x83, "\u0001\0"), ("EXT4", 0x84, "\u0001\0\0\0"), ("LONG4", 0x8b, "\0\0\0\0"), ("NEWOBJEX", 0x92, ""), ("NEXTBUFFER", 0x97, ""),
            ("READONLYBUFFER", 0x98, ""), ("PROTO", 0x80, "\u0002"), ("unknown", 0xff, ""), ("unknown", 0x00, ""), ("unknown", 0x99, ""),
        })
        {
            yield return File(
                $"instruction-{name}-{code:x2}", p => p.OrderedDict().Mark().Text("weight").Op((byte)code, Checkpoints.Utf8(argument)).Op('u'), $"the instruction {name} (0x{code:x2}) at byte ");
        }

        yield return File("protocol-0-system", "cos\nsystem\n(S'touch pwned'\ntR."u8.ToArray(), "does not begin with a protocol from 2 to 5");
        yield return File("protocol-1-system", new PickleAssembler(1).Global("os", "system").Mark().Text("touch pwned").Op('t').Op('R').Stop(), "does not begin with a protocol");
        yield return File("protocol-6", [0x80, 6, (byte)'}', (byte)'.'], "does not begin with a protocol");
        yield return File("protocol-255", [0x80, 255, (byte)'}', (byte)'.'], "does not begin with a protocol");
        foreach (var protocol in new[] { 2, 3, 4, 5 })
            yield return File($"protocol-{protocol}-system", p => p.Call("os", "system", a => a.Text("touch pwned")), "asks for 'os.system'", protocol);

        yield return File("globals-of-2011", "c__builtin__\nglobals\n(tRp100\n0c__builtin__\ncompile\n(S''\nS''\nS'exec'\ntR."u8.ToArray(), "does not begin with a protocol");
        yield return File("memo-and-stack-global", p => p.Text("os").Op('q', 2).Text("system").Op('q', 3).Text("torch").Op('q', 0).Text("LongStorage").Op('q', 1).Op('h', 2).Op('h', 3).Op(0x93), "asks for 'os.system'", 3);
        yield return File("stack-global-of-numbers", p => p.Int(42).Text("system").Op(0x93), "something else than the module of a global", 4);
        yield return File("stack-global-of-nothing", p => p.Op(0x93), "takes a value from an empty stack", 4);
        yield return File("stack-global-unremembered", p => p.Text("os").Op(0x94).Op('h', 3).Op('h', 0).Op(0x93), "recalls value 3", 4);
    }

    // Names that are nearly those of the list.
    private static IEnumerable<HostileFile> Disguised()
    {
        foreach (var (module, name, shown) in new[]
        {
            ("torch", "_utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor_v2"), ("torch._utils", "_rebuild_tensor_v2.__globals__", "torch._utils._rebuild_tensor_v2.__globals__"),
            ("torch", "serialization.os.system", "torch.serialization.os.system"), ("collections", "OrderedDict.__reduce__", "collections.OrderedDict.__reduce__"),
            ("Collections", "OrderedDict", "Collections.OrderedDict"), ("collections", "ordereddict", "collections.ordereddict"), ("collections ", "OrderedDict", "collections .OrderedDict"),
            ("", "OrderedDict", ".OrderedDict"), ("collections", "", "collections."), ("c\u043ellections", "OrderedDict", "c\u043ellections.OrderedDict"),
            ("collections\0", "OrderedDict", "collections\\u0000.OrderedDict"), ("os\u202e", "system", "os\\u202e.system"), ("\u001b[2J", "system", "\\u001b[2J.system"),
            ("os\nsystem", "x", "os\\u000asystem.x"), ("torch.FloatStorage", "__new__", "torch.FloatStorage.__new__"),
        })
        {
            var safe = string.Concat(shown.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            yield return File($"disguised-{safe}-{name.Length}", p => p.Global(module, name).Op(')').Op('R'), $"asks for '{shown}'", 4);
        }

        yield return File("name-with-carriage-return", p => p.Op('c', "os\r\nsystem\r\n"u8), "that is no name: 'os\\u000d'");
        yield return File("name-in-unicode", p => p.Global("c\u043ellections", "OrderedDict"), "that is no name: ");
        yield return File("name-without-end", p => p.Op('c', new byte[4096]), "a module of more than 256 bytes");
        yield return File("name-without-line", p => p.Op('c', "os"u8), "without an end");
        yield return File("name-of-megabytes", p => p.Text(new string('a', 3_000_000)).Text("b").Op(0x93), "asks for 'aaaaaaaa", 4);
    }

    // What is in the list, used for something else.
    private static IEnumerable<HostileFile> Misused()
    {
        yield return File("calls-a-storage", p => p.Global("torch", "FloatStorage").Op(')').Op('R'), "calls 'torch.FloatStorage'");
        yield return File("calls-a-dtype", p => p.Global("torch", "float32").Op(')').Op('R'), "calls 'torch.float32'");
        yield return File("calls-tensor", p => p.Global("torch", "Tensor").Op(')').Op('R'), "calls 'torch.Tensor'");
        yield return File("calls-namespace", p => p.Global("argparse", "Namespace").Op(')').Op('R'), "calls 'argparse.Namespace'");
        yield return File("calls-a-text", p => p.Text("os.system").Op(')').Op('R'), "calls a text");
        yield return File("calls-a-dict", p => p.Op('}').Op(')').Op('R'), "calls a dict");
        yield return File("calls-with-a-list", p => p.Global("collections", "OrderedDict").Op(']').Op('R'), "something else than the arguments of a call");
        yield return File("ordered-dict-of-arguments", p => p.Global("collections", "OrderedDict").Text("a").Op(0x85).Op('R'), "'collections.OrderedDict' at byte 34 with arguments");
        yield return File("size-of-text", p => p.Global("torch", "Size").Text("a").Op(0x85).Op('R'), "'torch.Size'");
        yield return File("set-of-functions", p => p.Global("builtins", "set").Global("torch", "FloatStorage").Op(0x85).Op('R'), "'builtins.set'", 3);
        yield return File("encode-of-a-dict", p => p.Global("_codecs", "encode").Op('}').Op(0x85).Op('R'), "'_codecs.encode'");
        yield return File("parameter-of-nothing", p => p.Global("torch._utils", "_rebuild_parameter").Op(')').Op('R'), "'torch._utils._rebuild_parameter'");
        yield return File("parameter-with-hooks", p => p.Call("torch._utils", "_rebuild_parameter", a => a.Tensor(TensorPart.Good).Bool(true).OrderedDict().Items(("a", b => b.None()))), "'torch._utils._rebuild_parameter'");
        yield return File("new-object-of-a-dict", p => p.Global("collections", "OrderedDict").Op(')').Op(0x81), "makes a new object");
        yield return File("new-object-with-arguments", p => p.Global("argparse", "Namespace").Text("a").Op(0x85).Op(0x81), "makes a new object");
        yield return File("new-object-of-a-text", p => p.Text("a").Op(')').Op(0x81), "makes a new object");
        yield return File("build-of-a-dict", p => p.Op('}').Op('}').Op('b'), "gives a dict a state (BUILD)");
        yield return File("build-of-a-list", p => p.Op(']').Op('}').Op('b'), "gives a list a state (BUILD)");
        yield return File("build-of-a-function", p => p.Global("torch._utils", "_rebuild_tensor_v2").Op('}').Op('b'), "gives torch._utils._rebuild_tensor_v2 a state");
        yield return File("build-of-a-tensor", p => p.Tensor(TensorPart.Good).Op('}').Op('b'), "gives a tensor a state");
        yield return File("build-of-none", p => p.None().Op('}').Op('b'), "gives None a state");
        yield return File("build-with-a-tuple", p => p.OrderedDict().Op('}').Op('}').Op(0x86).Op('b'), "gives a dict a state");
        yield return File("setitem-on-a-list", p => p.Op(']').Int(0).Int(1).Op('s'), "sets items of a list");
        yield return File("setitem-on-a-tensor", p => p.Tensor(TensorPart.Good).Int(0).Int(1).Op('s'), "sets items of a tensor");
        yield return File("setitem-on-a-tuple", p => p.Tuple(1, 2).Int(0).Int(1).Op('s'), "sets items of a tuple");
        yield return File("setitem-on-a-storage", p => p.Storage("FloatStorage", "0", 6).Int(0).Int(1).Op('s'), "sets items of a storage");
        yield return File("setitem-on-a-function", p => p.Global("torch", "FloatStorage").Int(0).Int(1).Op('s'), "sets items of torch.FloatStorage");
        yield return File("setitem-on-none", p => p.None().Int(0).Int(1).Op('s'), "sets items of None");
        yield return File("setitem-on-a-namespace", p => p.Global("argparse", "Namespace").Op(')').Op(0x81).Int(0).Int(1).Op('s'), "sets items of a value of argparse.Namespace");
        yield return File("setitems-on-a-list", p => p.Op(']').Mark().Int(0).Int(1).Op('u'), "sets items of a list");
        yield return File("setitems-on-a-tensor", p => p.Tensor(TensorPart.Good).Mark().Int(0).Int(1).Op('u'), "sets items of a tensor");
        yield return File("setitems-without-a-value", p => p.Op('}').Mark().Int(0).Op('u'), "sets a key without a value");
        yield return File("setitems-on-nothing", p => p.Mark().Op('u'), "takes a value from an empty stack");
        yield return File("append-to-a-dict", p => p.Op('}').Int(0).Op('a'), "appends to a dict");
        yield return File("append-to-a-tensor", p => p.Tensor(TensorPart.Good).Int(0).Op('a'), "appends to a tensor");
        yield return File("append-to-a-text", p => p.Text("a").Int(0).Op('a'), "appends to a text");
        yield return File("appends-to-a-function", p => p.Global("torch", "Size").Mark().Int(0).Op('e'), "appends to torch.Size");
        yield return File("appends-to-a-tuple", p => p.Tuple(1).Mark().Int(0).Op('e'), "appends to a tuple");
        yield return File("additems-to-a-dict", p => p.Op('}').Mark().Int(0).Op(0x90), "adds items to a dict", 4);
        yield return File("additems-of-a-dict", p => p.Op(0x8f).Mark().Op('}').Op(0x90), "adds to a set a dict", 4);
        yield return File("key-of-a-list", p => p.Op('}').Op(']').Int(1).Op('s'), "has a dict's key a list");
        yield return File("key-of-a-tensor", p => p.Op('}').Tensor(TensorPart.Good).Int(1).Op('s'), "has a dict's key a tensor");
        yield return File("key-of-a-tuple", p => p.Op('}').Tuple(1).Int(1).Op('s'), "has a dict's key a tuple");
        yield return File("key-twice", p => p.OrderedDict().Items(("weight", a => a.Tensor(TensorPart.Good)), ("weight", a => a.Tensor(TensorPart.Good))), "has the key 'weight' twice");
        yield return File("key-number-twice", p => p.Op('}').Mark().Int(1).None().Int(1).None().Op('u'), "has the key 1 twice");
        yield return File("state-of-a-namespace-list", p => p.Global("argparse", "Namespace").Op(')').Op(0x81).Op(']').Op('b'), "gives a value of argparse.Namespace a state");
    }

    private static IEnumerable<HostileFile> Stacks()
    {
        yield return File("no-bytes", [], "without an end");
        yield return File("stop-at-once", p => { }, "takes a value from an empty stack");
        yield return File("two-values", p => p.OrderedDict().Int(1), "leaves 1 values and 0 marks");
        yield return File("a-mark-left", p => p.Mark().OrderedDict(), "leaves 0 values and 1 marks");
        yield return File("tuple-without-mark", p => p.Int(1).Op('t'), "goes back to a mark that is not there");
        yield return File("tuple-of-nothing", p => p.Op(0x87), "takes a value from an empty stack");
        yield return File("below-the-mark", p => p.Int(1).Mark().Op(0x85), "takes a value from an empty stack");
        yield return File("reduce-below-the-mark", p => p.Global("collections", "OrderedDict").Op(')').Mark().Op('R'), "takes a value from an empty stack");
        yield return File("persistent-id-of-nothing", p => p.Op('Q'), "takes a value from an empty stack");
        yield return File("remember-nothing", p => p.Op('q', 0), "takes a value from an empty stack");
        yield return File("remember-twice", p => p.Op('}').Op('q', 0).Op('q', 0), "remembers two values as number 0");
        yield return File("remember-far", p => p.Op('}').Op('r', 0xff, 0xff, 0xff, 0x7f), "remembers a value as number 2147483647");
        yield return File("remember-farthest", p => p.Op('}').Op('r', 0xff, 0xff, 0xff, 0xff), "remembers a value as number 4294967295");
        yield return File("recall-nothing", p => p.Op('h', 0), "recalls value 0");
        yield return File("recall-far", p => p.Op('j', 0xff, 0xff, 0xff, 0xff), "recalls value 4294967295");
        yield return File("memoize-nothing", p => p.Op(0x94), "takes a value from an empty stack", 4);
        yield return File("deep-tuples", Repeated(")"u8, [0x85], 200_000), "nests values deeper than 100");
        yield return File("deep-lists", Repeated("]"u8, "]"u8, 90_000, "a"u8), "nests values deeper than 100");
        yield return File("deep-dicts", Repeated("}"u8, "K\u0001}"u8, 40_000, "s"u8), "nests values deeper than 100");
        yield return File("high-stack", Repeated("}"u8, "N"u8, 200_000), "more than 100000 values on its stack");
        yield return File("many-marks", Repeated("}"u8, "("u8, 200_000), "more than 100000 marks");
        yield return File("many-values", Repeated("]"u8, "}a"u8, 2_500_000), "more than 2000000 values") with { MaxAllocated = 400 << 20 };
        yield return File("billion-laughs", BillionLaughs(), "no dict of tensors");
        yield return File("itself", p => p.Op(']').Op('q', 0).Op('h', 0).Op('a'), "no dict of tensors");
        yield return File("itself-as-state-dict", p => p.Op('}').Op('q', 0).Text("state_dict").Op('h', 0).Op('s'), "holds no state dict");
        yield return File("many-same-buckets", SameBuckets(), "holds no state dict");
    }

    private static byte[] Repeated(ReadOnlySpan<byte> start, ReadOnlySpan<byte> part, int count, ReadOnlySpan<byte> close = default)
    {
        var bytes = new List<byte> { 0x80, 2 };
        bytes.AddRange(start);
        for (var i = 0; i < count; i++)
            bytes.AddRange(part);
        for (var i = 0; i < (close.IsEmpty ? 0 : count); i++)
            bytes.AddRange(close);

        return [.. bytes, (byte)'.'];
    }

    // Each list holds the one before ten times: 10^60 values where someone walks through them all.
    private static byte[] BillionLaughs()
    {
        var pickle = new PickleAssembler().Op(']').Op('q', 0);
        for (byte level = 1; level <= 60; level++)
        {
            pickle.Op(']').Op('q', level).Mark();
            for (var i = 0; i < 10; i++)
                pickle.Op('h', (byte)(level - 1));
            pickle.Op('e');
        }

        // All of them lie on the stack: into a list with them.
        return [.. pickle.ToArray()[..2], (byte)']', (byte)'(', .. pickle.ToArray()[2..], (byte)'e', (byte)'.'];
    }

    // Numbers whose halves cancel out in the usual hash code.
    private static byte[] SameBuckets()
    {
        var bytes = new List<byte> { 0x80, 2, (byte)'}', (byte)'(' };
        for (var i = 0; i < 40_000; i++)
            bytes.AddRange([0x8a, 8, .. BitConverter.GetBytes(((long)i << 32) | (uint)i), (byte)'N']);

        return [.. bytes, (byte)'u', (byte)'.'];
    }

    private static IEnumerable<HostileFile> Lengths()
    {
        byte[] huge = [0, 0, 0, 0, 0, 0, 0, 0x40];
        byte[] negative = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        yield return File("text-of-2-to-32", p => p.Op('X', 0xff, 0xff, 0xff, 0xff), "a text of 4294967295 bytes");
        yield return File("text-of-2-to-62", p => p.Op(0x8d, huge), "a text of 4611686018427387904 bytes", 4);
        yield return File("text-of-minus-one", p => p.Op(0x8d, negative), "a text of 18446744073709551615 bytes", 4);
        yield return File("short-text-past-the-end", p => p.Op(0x8c, 255), "a text of 255 bytes", 4);
        yield return File("text-of-megabytes", p => p.Text(new string('a', 5_000_000)), "at most 4194304 are read");
        yield return File("text-no-utf8", p => p.Op('X', 2, 0, 0, 0, 0xc3, 0x28), "no valid UTF-8");
        yield return File("text-surrogate", p => p.Op('X', 3, 0, 0, 0, 0xed, 0xa0, 0x80), "no valid UTF-8");
        yield return File("text-overlong", p => p.Op('X', 2, 0, 0, 0, 0xc0, 0xaf), "no valid UTF-8");
        yield return File("bytes-of-2-to-32", p => p.Op('B', 0xff, 0xff, 0xff, 0xff), "bytes of 4294967295 bytes", 3);
        yield return File("bytes-of-2-to-62", p => p.Op(0x8e, huge), "bytes of 4611686018427387904 bytes", 4);
        yield return File("bytearray-of-2-to-62", p => p.Op(0x96, huge), "bytearray of 4611686018427387904 bytes", 5);
        yield return File("short-bytes-past-the-end", p => p.Op('C', 255), "bytes of 255 bytes", 3);
        yield return File("long-past-the-end", p => p.Op(0x8a, 255), "a number of 255 bytes");
        yield return File("long4-of-2-to-31", p => p.Op(0x8b, 0xff, 0xff, 0xff, 0x7f), "the instruction LONG4");
    }

    private static IEnumerable<HostileFile> Frames()
    {
        yield return File("frame-of-2-to-62", p => p.Op(0x95, 0, 0, 0, 0, 0, 0, 0, 0x40).Op('}'), "a frame of 4611686018427387904 bytes", 4);
        yield return File("frame-of-minus-one", p => p.Op(0x95, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff).Op('}'), "a frame of 18446744073709551615 bytes", 4);
        yield return File("frame-too-long", p => p.Op(0x95, 3, 0, 0, 0, 0, 0, 0, 0).Op('}'), "a frame of 3 bytes at byte 2, and 2 are left", 4);
        yield return File("frame-too-short", p => p.Op(0x95, 2, 0, 0, 0, 0, 0, 0, 0).Op('K', 1).Op('}').Text("a"), "leaves 2 values", 4);
        yield return File("frame-cuts-a-text", p => p.Op(0x95, 4, 0, 0, 0, 0, 0, 0, 0).Text("weight"), "leads out of its frame", 4);
        yield return File("frame-cuts-an-instruction", p => p.Op(0x95, 1, 0, 0, 0, 0, 0, 0, 0).Int(1), "leads out of its frame", 4);
        yield return File("frame-in-a-frame", p => p.Op(0x95, 11, 0, 0, 0, 0, 0, 0, 0).Op(0x95, 1, 0, 0, 0, 0, 0, 0, 0).Op('}'), "a frame inside of a frame", 4);
        yield return File("frame-unfinished", [0x80, 4, 0x95, 3, 0, 0, 0, 0, 0, 0, 0, (byte)'}', (byte)'.', (byte)'.'], "before the end of its frame");
    }

    private static IEnumerable<HostileFile> Ends()
    {
        var good = Checkpoints.StateDict();
        yield return File("bytes-after-the-end", [.. good, 0], "1 bytes follow the end of the pickle");
        yield return File("second-pickle", [.. good, .. new PickleAssembler().Call("os", "system", a => a.Text("touch pwned")).Stop()], "bytes follow the end of the pickle");
        yield return File("a-list", p => p.Op(']'), "holds a list, no dict of tensors");
        yield return File("a-tensor", p => p.Tensor(TensorPart.Good), "holds a tensor, no dict of tensors");
        yield return File("a-function", p => p.Global("torch._utils", "_rebuild_tensor_v2"), "holds torch._utils._rebuild_tensor_v2");
        yield return File("only-numbers", p => p.Op('}').Items(("epoch", a => a.Int(1)), ("lr", a => a.Float(0.5))), "holds no state dict under 'state_dict', 'model', 'model_state_dict', 'net': it has 'epoch' (an int), 'lr' (a float)");
        yield return File("two-state-dicts", p => p.Op('}').Items(("state_dict", Dict), ("model", Dict)), "holds state dicts under 'state_dict', 'model': it has 'state_dict' (1 tensors), 'model' (1 tensors)");
        yield return File("a-number-among-tensors", p => p.Op('}').Items(("state_dict", a => a.OrderedDict().Items(("weight", b => b.Tensor(TensorPart.Good)), ("epoch", b => b.Int(1))))), "the state dict under 'state_dict' holds an int under 'epoch'");
        yield return File("a-function-among-tensors", p => p.OrderedDict().Items(("weight", a => a.Tensor(TensorPart.Good)), ("call", a => a.Global("torch", "Size"))), "'call' (torch.Size)");
    }

    private static void Dict(PickleAssembler pickle) => pickle.OrderedDict().Items(("weight", a => a.Tensor(TensorPart.Good)));
}
