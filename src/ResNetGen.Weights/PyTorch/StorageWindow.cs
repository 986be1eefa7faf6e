namespace ResNetGen.Weights.PyTorch;

/// <summary>The one part of a storage that is held in memory, shared by all storages of a file.</summary>
internal sealed class StorageWindow
{
    private Storage? _storage;
    private byte[] _bytes = [];
    private long _begin;

    /// <summary>Returns a part of a storage from memory, or loads it there in place of what was.</summary>
    public ReadOnlySpan<byte> Get(Storage storage, long begin, int length, Func<byte[]> load)
    {
        if (!ReferenceEquals(_storage, storage) || begin < _begin || begin + length > _begin + _bytes.Length)
        {
            // Let go first: two at a time would be one too many.
            (_storage, _bytes) = (null, []);
            (_bytes, _begin, _storage) = (load(), begin, storage);
        }

        return _bytes.AsSpan((int)(begin - _begin), length);
    }
}
