using ResNetGen.Weights.Tests.Building;

namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>safetensors files whose header lies.</summary>
internal static class HostileSafeTensors
{
    public static IEnumerable<HostileFile> All() => [.. Headers(), .. Tensors(), .. Ranges()];

    private static HostileFile File(string name, byte[] bytes, string expected) => new($"safetensors-{name}.safetensors", bytes, expected);

    private static HostileFile File(string name, string header, int bytes, string expected) => File(name, Checkpoints.SafeTensors(header, bytes), expected);

    // A tensor of 8 bytes, in single quotes for legibility.
    private static string Json(string text) => text.Replace('\'', '"');

    private static IEnumerable<HostileFile> Headers()
    {
        var good = Json("{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}");
        byte[] Sized(ulong length) => [.. BitConverter.GetBytes(length), .. Checkpoints.Utf8(good), .. new byte[8]];
        yield return File("header-longer-than-file", Sized(63), "the safetensors header would have 63 bytes");
        yield return File("header-of-100-megabytes", Sized(100_000_001), "would have 100000001 bytes; at most 100000000");
        yield return File("header-of-2-to-62", Sized(1UL << 62), "would have 4611686018427387904 bytes; at most");
        yield return File("header-of-2-to-64", Sized(ulong.MaxValue), "would have 18446744073709551615 bytes; at most");
        yield return File("header-shorter", Sized(20), "no valid JSON");
        yield return File("header-takes-elements", Sized((ulong)good.Length + 3), "no valid JSON");
        yield return File("header-empty", Sized(0), "does not begin with {");
        yield return File("header-no-utf8", Checkpoints.SafeTensors([(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}'], []), "is no valid UTF-8");
        yield return File("header-nul", Checkpoints.SafeTensors([.. Checkpoints.Utf8(good), 0], new byte[8]), "no valid JSON");
        foreach (var (name, header, expected) in new[]
        {
            ("cut", "{'a':", "no valid JSON"), ("comment", "{/**/}", "no valid JSON"), ("trailing-comma", "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},}", "no valid JSON"),
            ("two", "{}{}", "no valid JSON"), ("text-behind", "{} x", "no valid JSON"), ("single-quotes", "{`a`:1}", "no valid JSON"), ("nan", "{'a':NaN}", "no valid JSON"),
            ("deep", "{'a':" + new string('[', 5000) + new string(']', 5000) + "}", "tensor 'a' is StartArray"), ("deep-inside", "{'a':{'shape':[[[[[[1]]]]]]}}", "no whole number"),
            ("surrogate", "{'\\ud800':1}", "no valid Unicode"), ("surrogate-value", "{'a':{'dtype':'\\udc00'}}", "no valid Unicode"), ("twice", "{'a':{'dtype':'F32','shape':[0],'data_offsets':[0,0]},'a':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}}", "'a' is there twice"),
            ("twice-escaped", "{'a':{'dtype':'F32','shape':[0],'data_offsets':[0,0]},'\\u0061':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}}", "'a' is there twice"),
            ("metadata-a-number", "{'__metadata__':1}", "__metadata__ is Number"), ("metadata-of-numbers", "{'__metadata__':{'a':1}}", "__metadata__ 'a' is Number"),
            ("metadata-nested", "{'__metadata__':{'a':{}}}", "__metadata__ 'a' is StartObject"), ("metadata-null", "{'__metadata__':{'a':null}}", "__metadata__ 'a' is Null"),
            ("metadata-twice", "{'__metadata__':{'a':'1','a':'2'}}", "__metadata__ has 'a' twice"), ("two-metadata", "{'__metadata__':{},'__metadata__':{}}", "'__metadata__' is there twice"),
        })
        {
            yield return File($"json-{name}", Json(header), 0, expected);
        }
    }

    private static IEnumerable<HostileFile> Tensors()
    {
        foreach (var (name, tensor, expected) in new[]
        {
            ("a-number", "1", "tensor 'a' is Number"), ("null", "null", "tensor 'a' is Null"), ("a-list", "[]", "tensor 'a' is StartArray"), ("empty", "{}", "tensor 'a' lacks dtype"),
            ("no-shape", "{'dtype':'F32','data_offsets':[0,8]}", "lacks shape"), ("no-offsets", "{'dtype':'F32','shape':[2]}", "lacks data_offsets"),
            ("dtype-number", "{'dtype':1}", "dtype of tensor 'a' is Number"), ("dtype-twice", "{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}", "tensor 'a' has 'dtype' twice"),
            ("shape-twice", "{'dtype':'F32','shape':[2],'shape':[2],'data_offsets':[0,8]}", "has 'shape' twice"), ("offsets-twice", "{'dtype':'F32','shape':[2],'data_offsets':[0,8],'data_offsets':[0,8]}", "has 'data_offsets' twice"),
            ("unknown-key", "{'dtype':'F32','shape':[2],'data_offsets':[0,8],'strides':[1]}", "has 'strides', which the format does not know"),
            ("shape-a-number", "{'dtype':'F32','shape':2,'data_offsets':[0,8]}", "the shape of tensor 'a' is Number"), ("shape-negative", "{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}", "no whole number"),
            ("shape-minus-zero", "{'dtype':'F32','shape':[-0],'data_offsets':[0,8]}", "no whole number"), ("shape-fraction", "{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}", "no whole number"),
            ("shape-exponent", "{'dtype':'F32','shape':[2e0],'data_offsets':[0,8]}", "no whole number"), ("shape-text", "{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}", "no whole number"),
            ("shape-of-2-to-64", "{'dtype':'F32','shape':[18446744073709551616],'data_offsets':[0,8]}", "no whole number"),
            ("shape-overflows", "{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}", "more than a file can hold"),
            ("shape-overflows-to-eight", "{'dtype':'F32','shape':[4611686018427387906],'data_offsets':[0,8]}", "more than a file can hold"),
            ("shape-bytes-overflow", "{'dtype':'F64','shape':[2305843009213693952],'data_offsets':[0,8]}", "more than a file can hold"),
            ("shape-too-long", "{'dtype':'F32','shape':[" + string.Join(',', Enumerable.Repeat("1", 65)) + "],'data_offsets':[0,8]}", "more than 64 numbers"),
            ("offsets-one", "{'dtype':'F32','shape':[2],'data_offsets':[8]}", "data_offsets of tensor 'a' are [8]"), ("offsets-three", "{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}", "are [0, 8, 8]"),
            ("offsets-reversed", "{'dtype':'F32','shape':[2],'data_offsets':[8,0]}", "are [8, 0]"), ("offsets-negative", "{'dtype':'F32','shape':[2],'data_offsets':[-8,0]}", "no whole number"),
            ("offsets-too-small", "{'dtype':'F32','shape':[2],'data_offsets':[0,4]}", "takes 8 bytes, and data_offsets give it 4"), ("offsets-too-large", "{'dtype':'F16','shape':[2],'data_offsets':[0,8]}", "takes 4 bytes, and data_offsets give it 8"),
            ("empty-with-bytes", "{'dtype':'F32','shape':[0],'data_offsets':[0,8]}", "takes 0 bytes, and data_offsets give it 8"),
        })
        {
            yield return File($"tensor-{name}", Json("{'a':" + tensor + "}"), 8, expected);
        }

        foreach (var type in new[] { "F8_E4M3", "F8_E5M2", "F8_E8M0", "F4", "F6_E2M3", "U16", "U32", "U64", "C64", "f32", "FLOAT", "" })
            yield return File($"dtype-{type}", Json("{'layer.a':{'dtype':'" + type + "','shape':[8],'data_offsets':[0,8]}}"), 8, $"tensor 'layer.a' is of dtype '{type}'");

        yield return File("bool-of-2", Checkpoints.SafeTensors(Checkpoints.Utf8(Json("{'mask':{'dtype':'BOOL','shape':[2],'data_offsets':[0,2]}}")), [1, 2]), "tensor 'mask': element 1 is the byte 2");
    }

    private static IEnumerable<HostileFile> Ranges()
    {
        string Two(int begin, int end) => Json("{'a':{'dtype':'U8','shape':[8],'data_offsets':[0,8]},'b':{'dtype':'U8','shape':[" + (end - begin) + "],'data_offsets':[" + begin + "," + end + "]}}");
        yield return File("overlap", Two(4, 12), 12, "tensors 'a' and 'b' overlap at byte 4");
        yield return File("overlap-whole", Two(0, 8), 8, "tensors 'a' and 'b' overlap at byte 0");
        yield return File("overlap-inside", Two(2, 4), 8, "overlap at byte 2");
        yield return File("overlap-empty", Two(4, 4), 8, "overlap at byte 4");
        yield return File("hole", Two(12, 16), 16, "bytes 8 to 12 of the elements belong to no tensor, before 'b'");
        yield return File("hole-at-begin", Json("{'a':{'dtype':'U8','shape':[8],'data_offsets':[4,12]}}"), 12, "bytes 0 to 4 of the elements belong to no tensor");
        yield return File("past-the-end", Two(8, 16), 12, "tensor 'b' ends at byte 16 of the elements, and the file has 12");
        yield return File("bytes-behind", Two(8, 16), 17, "1 bytes follow the last tensor");
        yield return File("elements-without-tensors", "{}", 5, "5 bytes follow the last tensor");
        yield return File("archive-behind", [.. Checkpoints.SafeTensors(Two(8, 16), 16), .. Checkpoints.Archive(Checkpoints.StateDict())], "bytes follow the last tensor");
    }
}
