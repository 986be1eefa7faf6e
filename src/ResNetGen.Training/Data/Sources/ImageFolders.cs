namespace ResNetGen.Training.Data;

/// <summary>Folders of pictures: <c>train</c> and <c>test</c> or <c>val</c>, each with a folder per class.</summary>
internal static class ImageFolders
{
    /// <summary>Lists the files; nothing is decoded.</summary>
    /// <exception cref="InvalidDataException">The folders are not there or not as they should be.</exception>
    public static TrainingData Open(string folder) =>
        throw new InvalidDataException($"{folder} holds neither CIFAR-10's binary files nor a folder 'train'.");
}
