using ResNetGen.Weights.Files;
using ResNetGen.Weights.PyTorch;
using ResNetGen.Weights.SafeTensors;
using ResNetGen.Weights.TorchSharp;

namespace ResNetGen.Weights;

/// <summary>
/// A file of weights that was opened and checked. Its tensors are described in memory and read from the file when they are
/// asked for, so that a checkpoint takes little memory however large it is. No code of the file ever runs.
/// </summary>
public sealed class Checkpoint : IDisposable
{
    private readonly IDisposable _file;
    private readonly Dictionary<string, CheckpointTensor> _byName;

    internal Checkpoint(string path, CheckpointContents contents, IDisposable file)
    {
        (Format, Tensors, Metadata, _file) = (contents.Format, contents.Tensors, contents.Metadata, file);
        _byName = Tensors.ToDictionary(t => t.Name, StringComparer.Ordinal);
        foreach (var tensor in Tensors)
            tensor.File = path;
    }

    /// <summary>How the file holds them.</summary>
    public CheckpointFormat Format { get; }

    /// <summary>The tensors, in the file's order; no name is there twice.</summary>
    public IReadOnlyList<CheckpointTensor> Tensors { get; }

    /// <summary>What a safetensors file says of itself; empty for the other formats.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Opens a file of any format, which its first bytes tell.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How it is read; null for the usual way.</param>
    /// <exception cref="CheckpointException">The file is refused: the message says what is wrong with it.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Checkpoint Open(string path, CheckpointOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var file = new FileBytes(path);
        try
        {
            var contents = FormatDetector.Detect(file) switch
            {
                CheckpointFormat.PyTorch => PyTorchReader.Read(file, options ?? new CheckpointOptions()),
                CheckpointFormat.SafeTensors => SafeTensorsReader.Read(file),
                _ => TorchSharpReader.Read(file),
            };
            return new Checkpoint(path, contents, file);
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

    /// <summary>Returns the tensor of a name, or null.</summary>
    public CheckpointTensor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Closes the file; its tensors cannot be read any more.</summary>
    public void Dispose() => _file.Dispose();
}
