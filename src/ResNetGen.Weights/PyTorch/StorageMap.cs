using ResNetGen.Weights.Archives;
using ResNetGen.Weights.Files;
using ResNetGen.Weights.Pickles;

namespace ResNetGen.Weights.PyTorch;

/// <summary>The storages of an archive, by their keys. Of what has to be in memory whole, one at a time is.</summary>
internal sealed class StorageMap(Archive archive)
{
    private readonly Dictionary<string, Storage> _storages = new(StringComparer.Ordinal);
    private readonly StorageWindow _window = new();

    /// <summary>Returns what is wrong with a storage; null where the archive has it, of the size that is said.</summary>
    public string? Fault(PickleStorage storage)
    {
        if (archive.Find(ArchiveContents.StorageFolder + storage.Key) is not { } entry)
            return $"lies in storage {Quoted.Name(storage.Key)}, which the archive does not have";
        if (storage.Type.Type is not { } type)
            return $"is {storage.Type.Detail}, which is not read";

        return storage.Elements == entry.Size / type.Size() && entry.Size % type.Size() == 0
            ? null
            : $"lies in storage {Quoted.Name(storage.Key)} of {storage.Elements} {type.Name()}, and the archive has {entry.Size} bytes for it";
    }

    /// <summary>Returns a storage that has no fault.</summary>
    public Storage Get(PickleStorage storage)
    {
        if (!_storages.TryGetValue(storage.Key, out var known))
            _storages.Add(storage.Key, known = new Storage(archive.File, archive.Find(ArchiveContents.StorageFolder + storage.Key)!, _window));

        return known;
    }
}
