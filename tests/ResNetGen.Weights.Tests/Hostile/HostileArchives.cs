using System.Text;
using ResNetGen.Weights.Tests.Building;

namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>Zip archives that can be understood in two ways, or that lead elsewhere, or that unfold without end.</summary>
internal static class HostileArchives
{
    private const string Storage = "archive/data/0";

    public static IEnumerable<HostileFile> All() => [.. Names(), .. Headers(), .. Places(), .. Ends(), .. Bombs(), .. Contents()];

    private static HostileFile File(string name, byte[] bytes, string expected) => new($"zip-{name}.pth", bytes, expected);

    private static HostileFile Changed(string name, Func<ZipPart, ZipPart> change, string expected) => File(name, Checkpoints.Archive(Storage, change), expected);

    private static byte[] Built(ZipBuilder builder) => builder.Build(Checkpoints.Parts(Checkpoints.StateDict()));

    private static IEnumerable<HostileFile> Names()
    {
        foreach (var (name, expected) in new[]
        {
            ("archive/../../etc/passwd", "leads out of its folder"), ("../archive/data/1", "leads out of its folder"), ("archive/./data/1", "leads out of its folder"),
            ("archive//data/1", "leads out of its folder"), ("/etc/passwd", "has an absolute name"), ("archive\\data\\1", "has a backslash"), ("..\\..\\windows\\x", "has a backslash"),
            ("C:/windows/x", "has a drive"), ("archive/data/1\0.txt", "has a control character"), ("archive/data/\u001b[31m1", "has a control character"),
            ("archive/data/1\n", "has a control character"), ("archive/data/", "is a folder"), ("", "name has 0 bytes"), ("archive/data/" + new string('9', 2000), "name has 2013 bytes"),
            ("other/data/1", "lie in different folders"), ("data.pkl", "lie in different folders"), ("Archive/data/1", "lie in different folders"),
            ("archive", "lie in different folders"), ("archive/evil.pkl", "the zip entry 'evil.pkl' is none that torch.save writes"), ("archive/data/0/1", "is none that torch.save writes"),
            ("archive/data.pkl.bak", "is none that torch.save writes"), ("archive/DATA.PKL", "is none that torch.save writes"), ("archive/code/__torch__.py", "it is a TorchScript program"),
            ("archive/constants.pkl", "it is a TorchScript program"), ("archive/model.json", "it is a TorchScript program"), ("archive/.data/extern_modules", "it is a TorchScript program"),
            ("archive/data.pkl", "'archive/data.pkl' is there twice"), (Storage, "'archive/data/0' is there twice"),
        })
        {
            var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            yield return File($"name-{safe[..Math.Min(safe.Length, 40)]}", Checkpoints.ArchiveWith(new ZipPart(name, [1])), expected);
        }

        yield return Changed("name-no-utf8", p => p with { NameBytes = [.. "archive/data/"u8, 0xff, 0xfe] }, "is no valid UTF-8");
        yield return Changed("name-other-locally", p => p with { LocalName = "archive/data/1" }, "the header of zip entry 'archive/data/0' has another name");
        yield return File("name-pickle-other-locally", Checkpoints.Archive("archive/data.pkl", p => p with { LocalName = "archive/datap.kl" }), "has another name");
        yield return File("no-folder", new ZipBuilder().Build(new ZipPart("data.pkl", Checkpoints.StateDict())), "lies in no folder");
        yield return File("npz", new ZipBuilder().Build(new ZipPart("weight.npy", [1])), "it is NumPy's .npz");
        yield return File("no-pickle", new ZipBuilder().Build(new ZipPart("archive/data/0", [1])), "a zip archive without data.pkl");
        yield return File("word-document", new ZipBuilder().Build(new ZipPart("word/document.xml", [1])), "a zip archive without data.pkl");
    }

    private static IEnumerable<HostileFile> Headers()
    {
        yield return Changed("encrypted", p => p with { Flags = 0x0809 }, "'archive/data/0' is encrypted");
        yield return Changed("strongly-encrypted", p => p with { Flags = 0x0848 }, "is encrypted");
        yield return Changed("masked", p => p with { Flags = 0x2808 }, "is encrypted");
        yield return Changed("patched", p => p with { Flags = 0x0828 }, "has flags 0828");
        yield return Changed("unknown-flags", p => p with { Flags = 0x8808 }, "has flags 8808");
        foreach (var method in new ushort[] { 1, 6, 9, 12, 14, 93, 95, 99, 0xffff })
            yield return Changed($"method-{method}", p => p with { Method = method }, $"is compressed by method {method}");

        yield return Changed("flags-other-locally", p => p with { LocalFlags = 0x0809 }, "has other flags or another method");
        yield return Changed("method-other-locally", p => p with { LocalMethod = 8 }, "has other flags or another method");
        yield return Changed("size-other-locally", p => p with { Descriptor = false, LocalSize = 25 }, "has other sizes or another CRC-32");
        yield return Changed("size-zero-locally", p => p with { Descriptor = false, LocalSize = 0 }, "has other sizes or another CRC-32");
        yield return Changed("crc-other-locally", p => p with { LocalCrc = 1 }, "has other sizes or another CRC-32");
        yield return Changed("crc-other-behind", p => p with { DescriptorCrc = 1 }, "what follows zip entry 'archive/data/0' has other sizes or another CRC-32");
        yield return Changed("crc-wrong", p => p with { Crc = 1 }, "the zip entry 'data/0' is damaged: its CRC-32 is ");
        yield return File("crc-of-pickle-wrong", Checkpoints.Archive("archive/data.pkl", p => p with { Crc = 1 }), "the zip entry 'data.pkl' is damaged");
        yield return File("crc-of-version-wrong", Checkpoints.Archive("archive/version", p => p with { Crc = 1 }), "the zip entry 'version' is damaged");
        yield return Changed("stored-with-other-size", p => p with { Size = 20 }, "is stored, and takes 24 bytes for 20");
        yield return Changed("extra-too-long", p => p with { Extra = [1, 0, 8, 0, 1] }, "extra fields of zip entry 'archive/data/0' do not fit");
        yield return Changed("extra-of-three-bytes", p => p with { Extra = [1, 0, 0] }, "extra fields of zip entry 'archive/data/0' do not fit");
        yield return Changed("extra-too-long-locally", p => p with { LocalExtra = [0x46, 0x42, 0xff, 0xff] }, "extra fields of zip entry 'archive/data/0' do not fit");
        yield return Changed("zip64-twice", p => p with { Zip64 = true, Extra = [1, 0, 0, 0] }, "has two zip64 fields");
        yield return Changed("zip64-missing", p => p with { StoredSize = uint.MaxValue, Size = uint.MaxValue }, "has no valid zip64 size or place");
        yield return Changed("zip64-negative", p => p with { Zip64 = true, StoredSize = -1, Size = -1 }, "has no valid zip64 size or place");
        yield return Changed("zip64-size-of-2-to-62", p => p with { Zip64 = true, StoredSize = 1L << 62, Size = 1L << 62 }, "the 4611686018427387904 bytes of zip entry 'archive/data/0' overlap");
        yield return Changed("entry-comment", p => p with { Comment = [65] }, "has a comment");
    }

    private static IEnumerable<HostileFile> Places()
    {
        yield return File("bytes-before", Built(new ZipBuilder { Prefix = [.. "PK\u0003\u0004"u8, .. new byte[60]] }), "begins at byte 64, and what lies between belongs to none");
        yield return File("bytes-between", Checkpoints.Archive(Storage, p => p with { Gap = "GIF89a"u8.ToArray() }), "bytes after zip entry 'archive/byteorder' belong to none");
        yield return File("pickle-between", Checkpoints.Archive("archive/version", p => p with { Gap = Checkpoints.StateDict() }), "bytes after zip entry 'archive/data/0' belong to none");
        yield return File("bytes-before-directory", Built(new ZipBuilder { BeforeDirectory = [1, 2, 3, 4] }), "what follows zip entry 'archive/version'");
        yield return Changed("overlap-same-place", p => p with { Offset = 0 }, "of zip entry 'archive/data.pkl' overlap what begins at byte 0");
        yield return Changed("overlap-inside-pickle", p => p with { Offset = 50 }, "overlap what begins at byte 50");
        yield return Changed("overlap-next", p => p with { StoredSize = 60, Size = 60 }, "of zip entry 'archive/data/0' overlap what begins at byte");
        yield return Changed("overlap-directory", p => p with { StoredSize = 4000, Size = 4000 }, "of zip entry 'archive/data/0' overlap what begins at byte");
        yield return Changed("place-past-the-end", p => p with { Offset = 1_000_000 }, "belong to none");
        yield return Changed("place-in-directory", p => p with { Offset = 700 }, "belong to none");
        yield return Changed("smaller-than-its-bytes", p => p with { StoredSize = 20, Size = 20 }, "what follows zip entry 'archive/data/0'");
        yield return File("quine-of-overlaps", Kernels(), "overlap what begins at byte");
    }

    // Many entries of the directory over one entry of the archive: the densest bombs are made so.
    private static byte[] Kernels()
    {
        var kernel = new ZipPart("archive/data/0", new byte[10_000]) { Deflate = true };
        var pickle = Checkpoints.Parts(Checkpoints.StateDict())[0];
        var place = 30 + pickle.Name.Length + pickle.Data.Length + 16;
        return new ZipBuilder().Build([pickle, kernel, .. Enumerable.Range(1, 200).Select(i => new ZipPart($"archive/data/{i}", kernel.Data) { Deflate = true, Offset = place })]);
    }

    private static IEnumerable<HostileFile> Ends()
    {
        var good = Built(new ZipBuilder());
        yield return File("bytes-after", Built(new ZipBuilder { Suffix = [0] }), "and 1 bytes follow");
        yield return File("pickle-after", [.. good, .. Checkpoints.StateDict()], "bytes follow");
        yield return File("second-archive", [.. good, .. good], "has to end at byte");
        yield return File("comment", Built(new ZipBuilder { Comment = "hello"u8.ToArray() }), "has a comment of 5 bytes, which PyTorch never writes");
        yield return File("comment-with-an-end", Built(new ZipBuilder { Comment = [.. good[^22..]] }), "has to end at byte");
        yield return File("comment-length-wrong", Built(new ZipBuilder { CommentLength = 5 }), "with a comment of 5 bytes, and 0 bytes follow");
        yield return File("count-too-small", Built(new ZipBuilder { Count = 3 }), "bytes follow the 3 entries of the zip directory");
        yield return File("count-too-large", Built(new ZipBuilder { Count = 5 }), "there is no entry of the zip directory");
        yield return File("count-zero", Built(new ZipBuilder { Count = 0 }), "the zip archive is empty");
        yield return File("count-huge", Built(new ZipBuilder { Count = 1L << 40, Zip64End = true, SmallCount = 0xffff }), "has 1099511627776 entries");
        yield return File("count-negative", Built(new ZipBuilder { Count = -5, Zip64End = true, SmallCount = 0xffff }), "has to end at byte");
        yield return File("directory-elsewhere", Built(new ZipBuilder { DirectoryOffset = 0 }), "has to end at byte");
        yield return File("directory-past-the-end", Built(new ZipBuilder { DirectoryOffset = 1 << 30 }), "has to end at byte");
        yield return File("directory-too-large", Built(new ZipBuilder { DirectorySize = uint.MaxValue - 1 }), "has to end at byte");
        yield return File("directory-too-small", Built(new ZipBuilder { DirectorySize = 10 }), "has to end at byte");
        yield return File("directory-then-bytes", Built(new ZipBuilder { AfterDirectory = new byte[46] }), "bytes follow the 4 entries of the zip directory");
        yield return File("zip64-elsewhere", Built(new ZipBuilder { Zip64End = true, LocatorOffset = 0 }), "the zip64 end is said to be at byte 0");
        yield return File("zip64-place-negative", Built(new ZipBuilder { Zip64End = true, LocatorOffset = -1 }), "the zip64 end is said to be at byte -1");
        yield return File("zip64-disagrees", Built(new ZipBuilder { Zip64End = true, SmallCount = 3 }), "the zip end and the zip64 end disagree");
        yield return File("zip64-two-disks", Built(new ZipBuilder { Zip64End = true, Disks = 2 }), "the zip64 end is said to be");
        yield return File("split", Built(new ZipBuilder { Disk = 1 }), "is split over several files");
        yield return File("nothing-but-an-end", [.. "PK\u0005\u0006"u8, .. new byte[18]], "the zip archive is empty");
        yield return File("spanned", [.. "PK\u0007\u0008"u8, .. good], "has to end at byte");
    }

    private static IEnumerable<HostileFile> Bombs()
    {
        var zeros = new byte[64 << 20];
        var packed = new ZipPart("", zeros) { Deflate = true }.Packed();
        var pickle = new PickleAssembler().OrderedDict().Items(("weight", a => a.Tensor(new TensorPart("ByteStorage", "0", zeros.Length, [zeros.Length], [1])))).Stop();
        ZipPart[] rest = [new("archive/data.pkl", pickle)];
        yield return File("bomb", new ZipBuilder().Build([.. rest, new("archive/data/0", zeros) { Deflate = true }]), "at most 100 times its size is read");
        yield return File("bomb-of-pickle", new ZipBuilder().Build(new ZipPart("archive/data.pkl", zeros) { Deflate = true }), "at most 100 times its size is read");
        yield return File("inflates-beyond", new ZipBuilder().Build([.. Good(6 << 20), new("archive/data/0", zeros) { Deflate = true, Stored = packed, Size = 6 << 20 }]), "inflates to more than the 6291456 bytes");
        yield return File("pickle-inflates-beyond", new ZipBuilder().Build(new ZipPart("archive/data.pkl", zeros) { Stored = packed, Deflate = true, Size = 1000 }), "inflates to more than the 1000 bytes");
        yield return File("inflates-to-less", new ZipBuilder().Build([.. Good(2000), new("archive/data/0", new byte[1000]) { Deflate = true, Size = 2000 }]), "inflates to less than the 2000 bytes");
        yield return File("inflates-impossibly", new ZipBuilder().Build([.. Good(1 << 30), new("archive/data/0", new byte[1000]) { Deflate = true, Size = 1 << 30 }]), "which deflate cannot do");
        yield return File("no-deflate-data", new ZipBuilder().Build([.. Good(24), new("archive/data/0", Checkpoints.SixFloats) { Deflate = true, Stored = [0xff, 0xff, 0xff, 0xff, 0xff] }]), "is no valid deflate data");
        yield return File("deflate-cut", new ZipBuilder().Build([.. Good(24), new("archive/data/0", Checkpoints.SixFloats) { Deflate = true, Stored = new ZipPart("", Checkpoints.SixFloats) { Deflate = true }.Packed()[..5] }]), "inflates to less than the 24 bytes");
        yield return File("bytes-behind-deflate-data", new ZipBuilder().Build([.. Good(24), new("archive/data/0", Checkpoints.SixFloats) { Deflate = true, Stored = [.. new ZipPart("", Checkpoints.SixFloats) { Deflate = true }.Packed(), 1, 2, 3] }]), "the zip entry 'data/0' ends before the");
        yield return File("deflated-crc-wrong", new ZipBuilder().Build([.. Good(24), new("archive/data/0", Checkpoints.SixFloats) { Deflate = true, Crc = 7 }]), "the zip entry 'data/0' is damaged");
        yield return File("large-version", Checkpoints.Archive("archive/version", p => p with { Data = new byte[1 << 20] }), "'version' has 1048576 bytes; at most 16");
    }

    private static ZipPart[] Good(long bytes) =>
        [new("archive/data.pkl", new PickleAssembler().OrderedDict().Items(("weight", a => a.Tensor(new TensorPart("ByteStorage", "0", bytes, [bytes], [1])))).Stop())];

    private static IEnumerable<HostileFile> Contents()
    {
        yield return File("big-endian", Checkpoints.Archive("archive/byteorder", p => p with { Data = "big"u8.ToArray() }), "its byte order is 'big'");
        yield return File("byte-order-unknown", Checkpoints.Archive("archive/byteorder", p => p with { Data = "middle"u8.ToArray() }), "its byte order is 'middle'");
        foreach (var version in new[] { "", "0\n", "-1\n", "11\n", "three\n", "3\u0000", "99999999999999\n" })
            yield return File($"version-{version.Length}-{version.Trim('\n', '\0')}", Checkpoints.Archive("archive/version", p => p with { Data = Encoding.ASCII.GetBytes(version) }), "its version is ");

        yield return Changed("storage-shorter", p => p with { Data = p.Data[..20] }, "of 6 float32, and the archive has 20 bytes");
        yield return Changed("storage-longer", p => p with { Data = [.. p.Data, 0, 0, 0, 0] }, "of 6 float32, and the archive has 28 bytes");
        yield return Changed("storage-by-a-byte", p => p with { Data = [.. p.Data, 0] }, "of 6 float32, and the archive has 25 bytes");
        yield return Changed("storage-empty", p => p with { Data = [] }, "of 6 float32, and the archive has 0 bytes");
        yield return File("pickle-is-a-storage", Checkpoints.Archive("archive/data.pkl", p => p with { Data = Checkpoints.SixFloats }), "does not begin with a protocol");
    }
}
