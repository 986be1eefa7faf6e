using System.IO.Compression;
using ResNetGen.Weights.Tests.Building;
using static ResNetGen.Weights.Tests.Building.Checkpoints;

namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>Files of other formats, told by name, and files of two formats at once.</summary>
internal static class HostileFormats
{
    private static readonly byte[] LegacyMagic = [0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, (byte)'.'];

    public static IEnumerable<HostileFile> All()
    {
        byte[] legacy = [.. LegacyMagic, 0x80, 2, (byte)'M', 0xe9, 3, (byte)'.', .. StateDict()];
        const string advice = "re-save it in PyTorch 1.6 or newer with torch.save(torch.load(f), f)";
        yield return File("empty.pth", [], "the file is empty");
        yield return File("legacy.pth", legacy, $"format of before 1.6: {advice}");
        yield return File("legacy-protocol-4.pth", [0x80, 4, .. legacy[2..]], advice);
        yield return File("legacy-cut.pth", LegacyMagic, advice);
        yield return File("tar.pth", Tar(), advice);
        yield return File("bare-pickle.pkl", StateDict(), "it is a bare pickle");
        yield return File("bare-pickle-4.pkl", new PickleAssembler(4).Call("os", "system", a => a.Text("touch pwned")).Stop(), "it is a bare pickle");
        yield return File("bare-pickle-0.pkl", "cos\nsystem\n(S'touch pwned'\ntR."u8.ToArray(), "read as TorchSharp's");
        yield return File("array.npy", [0x93, .. "NUMPY\u0001\0v\0{'descr': '<f4'}"u8], "it is a NumPy array");
        yield return File("model.h5", [0x89, .. "HDF\r\n\u001a\n"u8, 0, 0], "it is an HDF5 file");
        yield return File("model.onnx", [8, 8, 0x12, 7, .. "pytorch"u8, 0x3a, 0], "it is an ONNX model");
        yield return File("model.tflite", [28, 0, 0, 0, .. "TFL3"u8, 0, 0], "it is a TensorFlow Lite model");
        yield return File("model.gguf", "GGUF\u0003\0\0\0\0\0\0\0"u8.ToArray(), "it is a GGUF file");
        yield return File("model.pth.gz", Gzip(Archive(StateDict())), "it is compressed by gzip");
        yield return File("model.pth.bz2", "BZh91AY&SY"u8.ToArray(), "it is compressed by bzip2");
        yield return File("model.pth.xz", [0xfd, .. "7zXZ\0\0"u8], "it is compressed by xz");
        yield return File("model.pth.zst", [0x28, 0xb5, 0x2f, 0xfd, 0, 0], "it is compressed by zstd");
        yield return File("model.7z", [.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c, 0, 4], "it is a 7z archive");
        yield return File("model.rar", "Rar!\u001a\u0007\u0001\0"u8.ToArray(), "it is a RAR archive");
        yield return File("index.json", "{\"metadata\": {}, \"weight_map\": {}}"u8.ToArray(), "it is a JSON text");
        yield return File("list.json", "[1, 2, 3]"u8.ToArray(), "it is a JSON text");
        yield return File("page.html", "<!DOCTYPE html><html>404</html>"u8.ToArray(), "the download failed");
        yield return File("page.xml", "<?xml version=\"1.0\"?><Error/>"u8.ToArray(), "the download failed");
        yield return File("lfs-pointer.pth", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"u8.ToArray(), "it is a pointer of Git LFS");
        yield return File("picture.pth", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13], "read as TorchSharp's");
        yield return File("zeros.pth", new byte[4096], "bytes follow the last of 0 tensors");
        yield return File("ones.pth", [.. Enumerable.Repeat((byte)0xff, 4096)], "the number of tensors has more than 63 bits");
        yield return File("text.pth", "hello, world, this is no file of weights"u8.ToArray(), "read as TorchSharp's");
        yield return File("picture-and-archive.pth", [.. "GIF89a"u8, .. new byte[10], .. Archive(StateDict())], "read as TorchSharp's");
        yield return File("program-and-archive.pth", [.. "#!/bin/sh\ntouch pwned\nexit\n"u8, .. Archive(StateDict())], "read as TorchSharp's");
        yield return File("pickle-and-archive.pth", [.. new PickleAssembler().Call("os", "system", a => a.Text("touch pwned")).Stop(), .. Archive(StateDict())], "it is a bare pickle");
        yield return File("legacy-and-archive.pth", [.. legacy, .. Archive(StateDict())], advice);
        yield return File("tar-and-archive.pth", [.. Tar(), .. Archive(StateDict())], advice);
        yield return File("numpy-and-archive.pth", [0x93, .. "NUMPY\u0001\0"u8, .. Archive(StateDict())], "it is a NumPy array");
    }

    private static HostileFile File(string name, byte[] bytes, string expected) => new($"format-{name}", bytes, expected);

    private static byte[] Tar()
    {
        var header = new byte[1024];
        "storages"u8.CopyTo(header);
        "ustar\0"u8.CopyTo(header.AsSpan(257));
        return header;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }
}
