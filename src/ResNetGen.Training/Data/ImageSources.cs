using System.Globalization;

namespace ResNetGen.Training.Data;

/// <summary>Finds pictures by a word or a folder.</summary>
public static class ImageSources
{
    private const string Synthetic = "synthetic";

    /// <summary>
    /// Opens <c>synthetic</c> or <c>synthetic:TRAIN,TEST</c> (drawn pictures, 10,000 and 2,000 unless said otherwise), a folder with
    /// CIFAR-10's binary files, or a folder with <c>train</c> and <c>test</c> or <c>val</c>, each with a folder of JPEG and PNG files per class.
    /// </summary>
    /// <exception cref="ArgumentException">The counts of synthetic pictures are no counts.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">The folder holds none of these, or its files are damaged.</exception>
    public static TrainingData Open(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (text == Synthetic)
            return SyntheticImages.Open();
        if (text.StartsWith(Synthetic + ":", StringComparison.Ordinal))
            return OpenSynthetic(text);
        if (File.Exists(text))
            throw new InvalidDataException($"{text} is a file; data is a folder (an archive must be unpacked first) or the word '{Synthetic}'.");
        if (!Directory.Exists(text))
            throw new DirectoryNotFoundException($"There is no folder {text}; data is a folder or the word '{Synthetic}'.");

        return CifarFolder.Find(text) is { } cifar ? CifarFolder.Open(cifar) : ImageFolders.Open(text);
    }

    private static TrainingData OpenSynthetic(string text)
    {
        var counts = text[(Synthetic.Length + 1)..].Split(',');
        return counts.Length == 2 && Count(counts[0]) is { } training && Count(counts[1]) is { } test
            ? SyntheticImages.Open(training, test)
            : throw new ArgumentException($"'{text}' should be '{Synthetic}:TRAIN,TEST' with two counts from 1 to {SyntheticImages.MaxCount}.", nameof(text));
    }

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= SyntheticImages.MaxCount ? count : null;
}
