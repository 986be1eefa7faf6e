using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using ResNetGen.Training.Data;

namespace ResNetGen.Training;

/// <summary>By what the pictures of a run are known again: how many there are, of how many classes, and a checksum of their labels.</summary>
/// <remarks>Names and places are left out: data may be moved.</remarks>
internal sealed record DataFacts(int Training, int Validation, int Test, int Classes, uint Labels)
{
    public static DataFacts Of(IImageSource training, IImageSource? validation, IImageSource? test)
    {
        var checksum = new Crc32();
        foreach (var source in new[] { training, validation, test })
            Append(checksum, source);

        return new DataFacts(training.Count, validation?.Count ?? 0, test?.Count ?? 0, training.Classes.Count, checksum.GetCurrentHashAsUInt32());
    }

    /// <summary>Says what differs from the pictures of a checkpoint.</summary>
    public IEnumerable<string> DifferencesFrom(DataFacts there)
    {
        foreach (var (what, before, now) in new[]
        {
            ("training pictures", there.Training, Training),
            ("validation pictures", there.Validation, Validation),
            ("test pictures", there.Test, Test),
            ("classes", there.Classes, Classes),
        })
        {
            if (before != now)
                yield return string.Create(CultureInfo.InvariantCulture, $"{what}: {before} there, {now} here");
        }

        if (this with { Labels = there.Labels } == there && Labels != there.Labels)
            yield return "the pictures have other labels, or another order";
    }

    private static void Append(Crc32 checksum, IImageSource? source)
    {
        Span<byte> label = stackalloc byte[sizeof(int)];
        for (var index = 0; index < (source?.Count ?? 0); index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(label, source!.Label(index));
            checksum.Append(label);
        }
    }
}
