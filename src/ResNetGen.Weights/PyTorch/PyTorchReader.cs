using System.Collections.ObjectModel;
using ResNetGen.Weights.Archives;
using ResNetGen.Weights.Files;
using ResNetGen.Weights.Pickles;

namespace ResNetGen.Weights.PyTorch;

/// <summary>PyTorch's zip archive: a pickle that describes the tensors, and a file for each storage.</summary>
internal static class PyTorchReader
{
    /// <summary>Describes the tensors of the file's state dict.</summary>
    /// <exception cref="CheckpointException">The file is refused.</exception>
    public static CheckpointContents Read(FileBytes file, CheckpointOptions options)
    {
        var (value, storages, size) = ReadAll(file);
        var found = StateDictFinder.Find(value, options.Key);
        return new CheckpointContents(CheckpointFormat.PyTorch, TensorMaker.Make(found, storages, size), ReadOnlyDictionary<string, string>.Empty);
    }

    /// <summary>Reads the file's value, and checks every tensor of it.</summary>
    /// <returns>The value, where its tensors lie, and the archive's size.</returns>
    /// <exception cref="CheckpointException">The file is refused.</exception>
    public static (object Value, StorageMap Storages, long Size) ReadAll(FileBytes file)
    {
        var archive = Archive.Open(file);
        ArchiveContents.Check(archive);
        var (value, tensors) = ReadPickle(archive);
        var storages = new StorageMap(archive);
        foreach (var tensor in tensors)
            CheckTensor(tensor, value, storages);

        return (value, storages, archive.Size);
    }

    private static (object Value, IReadOnlyList<PickleValue> Tensors) ReadPickle(Archive archive)
    {
        var entry = archive.Find(ArchiveContents.Pickle)!;
        if (entry.Size > PickleLimits.Bytes)
            throw new CheckpointException($"the pickle has {entry.Size} bytes; at most {PickleLimits.Bytes} are read");

        // A damaged pickle is told from a hostile one.
        EntryBytes.Check(archive.File, entry);
        using var bytes = EntryBytes.Open(archive.File, entry);
        return PickleReader.Read(bytes, entry.Size);
    }

    // Every tensor of the pickle is checked, read or not.
    private static void CheckTensor(PickleValue tensor, object root, StorageMap storages)
    {
        var fault = tensor switch
        {
            PickleForeignTensor foreign => $"is {foreign.Kind}, and only dense tensors are read",
            PickleTensor dense => storages.Fault(dense.Storage) ?? TensorLayout.Fault(dense),
            _ => null,
        };
        if (fault is null)
            return;

        var at = tensor is PickleForeignTensor { Position: var foreignAt } ? foreignAt : ((PickleTensor)tensor).Position;
        throw new CheckpointException($"tensor {(ValuePath.Find(root, tensor) is { } path ? Quoted.Name(path) : "without a name")} (byte {at} of the pickle) {fault}");
    }
}
