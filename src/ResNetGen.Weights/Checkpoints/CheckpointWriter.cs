using ResNetGen.Weights.Writing;

namespace ResNetGen.Weights;

/// <summary>Writes state dicts.</summary>
public static class CheckpointWriter
{
    /// <summary>
    /// Writes a file in one piece: under a temporary name beside it, flushed to the disk, then renamed. Whatever happens
    /// before leaves an older file as it is. Tensors are read one part at a time.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">What it holds, in order. They may be those of a file of the same name.</param>
    /// <param name="format">Its format; null for the one that its name's ending says.</param>
    /// <param name="metadata">What a safetensors file says of itself beside <c>format: pt</c>; the other formats have no place for it.</param>
    /// <param name="progress">Told the bytes of the tensors written so far.</param>
    /// <exception cref="ArgumentException">A name is there twice or the format cannot hold it, the name's ending says no format, or there is metadata and no place for it.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(
        string path,
        IEnumerable<CheckpointTensor> tensors,
        CheckpointFormat? format = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        IProgress<long>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(tensors);
        var chosen = format ?? CheckpointFormats.FromName(path) ?? throw new ArgumentException(
            $"The ending of '{path}' is none of {string.Join(", ", CheckpointFormats.Extensions.Keys)}: say the format.", nameof(path));
        if (metadata is { Count: > 0 } && chosen != CheckpointFormat.SafeTensors)
            throw new ArgumentException("Only safetensors files have a place for metadata.", nameof(metadata));

        var all = tensors.ToList();
        if (all.GroupBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"There are two tensors called '{twice.Key}'.", nameof(tensors));

        AtomicFile.Write(path, stream =>
        {
            var elements = new ElementStream(stream, progress);
            switch (chosen)
            {
                case CheckpointFormat.PyTorch:
                    PyTorchWriter.Write(stream, elements, all);
                    break;
                case CheckpointFormat.SafeTensors:
                    SafeTensorsWriter.Write(stream, elements, all, metadata);
                    break;
                case CheckpointFormat.TorchSharp:
                    TorchSharpWriter.Write(stream, elements, all);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
            }
        });
    }
}
