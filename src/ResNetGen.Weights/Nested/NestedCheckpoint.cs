using ResNetGen.Weights.Files;
using ResNetGen.Weights.Pickles;
using ResNetGen.Weights.PyTorch;
using ResNetGen.Weights.Writing;

namespace ResNetGen.Weights.Nested;

/// <summary>A PyTorch checkpoint with all that it holds beside a state dict. It is read under the same rules: data, never code.</summary>
internal sealed class NestedCheckpoint : IDisposable
{
    private readonly FileBytes _file;
    private readonly string _path;
    private readonly StorageMap _storages;
    private readonly long _size;

    private NestedCheckpoint(FileBytes file, string path)
    {
        (_file, _path) = (file, path);
        if (FormatDetector.Detect(file) != CheckpointFormat.PyTorch)
            throw new CheckpointException("it is no file of torch.save");

        var (root, storages, size) = PyTorchReader.ReadAll(file);
        (_storages, _size) = (storages, size);
        Root = root as PickleDict ?? throw new CheckpointException($"the file holds {PickleValue.Describe(root)}, no dict");
    }

    /// <summary>What the file holds.</summary>
    public PickleDict Root { get; }

    /// <summary>Opens a file. Its tensors' elements are checked when they are read.</summary>
    /// <exception cref="CheckpointException">The file is refused, or damaged.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static NestedCheckpoint Open(string path)
    {
        var file = new FileBytes(path);
        try
        {
            return new NestedCheckpoint(file, path);
        }
        catch (CheckpointException e)
        {
            file.Dispose();
            throw new CheckpointException($"{path}: {e.Message}", e);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes a file in one piece, as <see cref="CheckpointWriter.Write"/> does.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, NestedDict root)
    {
        var pickle = PickleWriter.Write(root, out var tensors);
        AtomicFile.Write(path, stream => PyTorchWriter.Write(stream, new ElementStream(stream, null), pickle, tensors));
    }

    /// <summary>Returns the tensors of a state dict, by their names.</summary>
    /// <exception cref="CheckpointException">It holds something else, too.</exception>
    public IReadOnlyList<CheckpointTensor> State(PickleDict dict, string key)
    {
        var tensors = TensorMaker.Make(new FoundStateDict(dict, key), _storages, _size);
        foreach (var tensor in tensors)
            tensor.File = _path;

        return tensors;
    }

    /// <summary>Returns a tensor under a name of the caller's.</summary>
    public CheckpointTensor Tensor(PickleTensor tensor, string name) => State(Single(tensor, name), "")[0];

    public void Dispose() => _file.Dispose();

    private static PickleDict Single(PickleTensor tensor, string name)
    {
        var dict = new PickleDict(ordered: false);
        dict.TryAdd(name, tensor);
        return dict;
    }
}
