namespace ResNetGen.Training.Data;

/// <summary>Folders of pictures: <c>train</c> and <c>test</c> or <c>val</c>, each with a folder per class, read as torchvision's ImageFolder does.</summary>
internal static class ImageFolders
{
    private static readonly string[] TestFolders = ["test", "val"];

    /// <summary>Lists the files; nothing is decoded.</summary>
    /// <exception cref="InvalidDataException">The folders are not there or not as they should be.</exception>
    public static TrainingData Open(string folder)
    {
        var train = Path.Combine(folder, "train");
        if (!Directory.Exists(train))
            throw new InvalidDataException($"{folder} holds neither CIFAR-10's binary files nor a folder 'train'.");

        var training = Read(train, "training");
        var test = TestFolders.Select(name => Path.Combine(folder, name)).FirstOrDefault(Directory.Exists);
        return new TrainingData(training, test is null ? null : SameClasses(Read(test, "test"), training, test));
    }

    private static FolderImages Read(string folder, string part)
    {
        var classes = Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToArray();
        if (classes.Length == 0)
            throw new InvalidDataException($"{folder} has no folder per class.");

        var images = new FolderImages($"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(folder)))} {part}", classes.Select(name => Path.GetFileName(name)!).ToArray());
        for (var label = 0; label < classes.Length; label++)
            images.Add(label, classes[label], PictureFiles.Find(classes[label]));
        return images;
    }

    private static FolderImages SameClasses(FolderImages test, FolderImages training, string folder)
    {
        var missing = training.Classes.Except(test.Classes, StringComparer.Ordinal).ToList();
        var unknown = test.Classes.Except(training.Classes, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            throw new InvalidDataException($"{folder} has no folder '{missing[0]}', which is a class of the training pictures.");
        return unknown.Count == 0
            ? test
            : throw new InvalidDataException($"{folder} has a folder '{unknown[0]}', which is no class of the training pictures.");
    }
}
