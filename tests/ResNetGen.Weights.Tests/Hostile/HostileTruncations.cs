using ResNetGen.Weights.Tests.Building;
using static ResNetGen.Weights.Tests.Building.Checkpoints;

namespace ResNetGen.Weights.Tests.Hostile;

/// <summary>Good files of every format, cut at every boundary of their structure.</summary>
internal static class HostileTruncations
{
    public static IEnumerable<HostileFile> All() => [.. Archives(), .. Pickles(), .. SafeTensorsFiles(), .. Dats()];

    private static IEnumerable<HostileFile> Archives()
    {
        var builder = new ZipBuilder { Zip64End = true };
        var good = builder.Build(Parts(StateDict()));
        var all = builder.Boundaries.Concat(builder.Boundaries.Select(b => b + 3)).Append(1).Append(good.Length - 1).Where(b => b > 0 && b < good.Length);
        foreach (var length in all.Distinct().Order())
            yield return new HostileFile($"cut-archive-{length}.pth", good[..(int)length], length < 2 ? "ends at byte 1" : "no end of one: it was cut short");
    }

    private static IEnumerable<HostileFile> Pickles()
    {
        var assembler = new PickleAssembler();
        assembler.OrderedDict().Items(("weight", a => a.Tensor(TensorPart.Good)));
        var good = assembler.Stop();
        foreach (var length in assembler.Boundaries.Where(b => b > 0))
            yield return new HostileFile($"cut-pickle-{length}.pth", Archive(good[..length]), "ends at byte ");
    }

    private static IEnumerable<HostileFile> SafeTensorsFiles()
    {
        const string header = """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"U8","shape":[3],"data_offsets":[8,11]}}""";
        var good = Checkpoints.SafeTensors(header, 11);
        foreach (var length in new[] { 1, 4, 7, 8, 9, 20, 8 + header.IndexOf(",\"b\"", StringComparison.Ordinal), 7 + header.Length, 8 + header.Length, 12 + header.Length, 16 + header.Length, good.Length - 1 })
        {
            yield return new HostileFile(
                $"cut-safetensors-{length}.safetensors", good[..length], length <= 8 ? "read as TorchSharp's" : length < 8 + header.Length ? "the safetensors header would have" : "of the elements, and the file has");
        }
    }

    private static IEnumerable<HostileFile> Dats()
    {
        byte[] good = [.. Leb(2), .. DatEntry("weight", 6, [2, 3], SixFloats), .. DatEntry("bias", 6, [300], new byte[1200])];
        foreach (var length in new[] { 1, 2, 5, 8, 9, 10, 11, 12, 20, 35, 36, 40, 41, 42, 43, 44, 50, good.Length - 1 })
            yield return new HostileFile($"cut-dat-{length}.dat", good[..length], length is >= 12 and < 36 or >= 45 ? "does not fit into the" : "the file ends at byte ");
    }
}
