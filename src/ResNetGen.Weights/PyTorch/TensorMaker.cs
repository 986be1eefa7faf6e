using ResNetGen.Weights.Files;
using ResNetGen.Weights.Pickles;

namespace ResNetGen.Weights.PyTorch;

/// <summary>Makes the tensors of a state dict that was found; their layouts were checked.</summary>
internal static class TensorMaker
{
    // An expanded tensor is larger than its storage; a file of a kilobyte must not become a terabyte.
    private const long MaxUnfolding = 16;
    private const long SmallEnough = 16 << 20;

    /// <summary>Makes the tensors, in the state dict's order.</summary>
    /// <exception cref="CheckpointException">An entry is no tensor, or the tensors are out of all proportion to the file.</exception>
    public static IReadOnlyList<CheckpointTensor> Make(FoundStateDict found, StorageMap storages, long archiveSize)
    {
        var tensors = new List<CheckpointTensor>(found.Dict.Items.Count);
        Int128 total = 0;
        foreach (var (key, value) in found.Dict.Items)
        {
            if (key is not string name || value is not PickleTensor tensor)
            {
                throw new CheckpointException(
                    $"the state dict{(found.Path.Length > 0 ? $" under {Quoted.Name(found.Path)}" : "")} holds {PickleValue.Describe(value)} under {PickleCalls.Show(key)}, no tensor");
            }

            var made = new PyTorchTensor(name, tensor.Storage.Type.Type!.Value, tensor.Shape, tensor.Strides, tensor.Offset, storages.Get(tensor.Storage));
            tensors.Add(made);
            total += made.ByteLength;
        }

        return total <= SmallEnough || total / MaxUnfolding <= archiveSize
            ? tensors
            : throw new CheckpointException($"the tensors would take {total} bytes, and the file holds {archiveSize}; at most {MaxUnfolding} times as much is read");
    }
}
