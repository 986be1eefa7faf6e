using System.Globalization;

namespace ResNetGen.Training;

/// <summary>The folder of a run, held against other runs as long as this lives.</summary>
internal sealed class RunFolder : IDisposable
{
    private const string LockName = ".run.lock";
    private const string RecipeName = "recipe.yaml";
    private readonly FileStream _lock;

    /// <summary>Makes the folder where there is none, and takes it.</summary>
    /// <exception cref="TrainingException">Another run has it.</exception>
    /// <exception cref="IOException">It cannot be made.</exception>
    public RunFolder(string path)
    {
        Root = Path.GetFullPath(path);
        Checkpoints = Path.Combine(Root, "checkpoints");
        Directory.CreateDirectory(Checkpoints);
        _lock = Take(Path.Combine(Root, LockName), path);
    }

    public string Root { get; }

    public string Checkpoints { get; }

    public string Recipe => Path.Combine(Root, RecipeName);

    public string Best => Path.Combine(Checkpoints, "best.pth");

    /// <summary>Whether a run began here.</summary>
    public bool HoldsRun => File.Exists(Recipe) || File.Exists(Best) || Steps().Count > 0;

    public string Checkpoint(long step) => Path.Combine(Checkpoints, string.Create(CultureInfo.InvariantCulture, $"step-{step}.pth"));

    /// <summary>The checkpoints that a run can go on from, the newest first; the best one, whose step its name does not tell, is the last resort.</summary>
    public IReadOnlyList<string> Candidates() =>
        [.. Steps().OrderDescending().Select(Checkpoint), .. File.Exists(Best) ? [Best] : Array.Empty<string>()];

    /// <summary>Takes away all but the last checkpoints up to a step.</summary>
    public void KeepLast(int count, long step)
    {
        foreach (var older in Steps().Where(s => s <= step).OrderDescending().Skip(count))
            File.Delete(Checkpoint(older));
    }

    /// <summary>Takes away what writers left that were killed.</summary>
    public void Clean()
    {
        foreach (var folder in new[] { Root, Checkpoints })
        {
            foreach (var file in Directory.EnumerateFiles(folder, ".*.tmp").Where(IsTemporary))
                File.Delete(file);
        }
    }

    // The file stays: taking it away would let two runs hold two files of one name.
    public void Dispose() => _lock.Dispose();

    private List<long> Steps()
    {
        const string before = "step-";
        var steps = new List<long>();
        foreach (var file in Directory.EnumerateFiles(Checkpoints, before + "*.pth"))
        {
            if (long.TryParse(Path.GetFileNameWithoutExtension(file).AsSpan(before.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var step))
                steps.Add(step);
        }

        return steps;
    }

    // AtomicFile's names: .NAME.32 hexadecimal digits.tmp
    private static bool IsTemporary(string file)
    {
        var parts = Path.GetFileName(file).Split('.');
        return parts.Length >= 4 && parts[0].Length == 0 && parts[^2].Length == 32 && parts[^2].All(char.IsAsciiHexDigitLower);
    }

    private static FileStream Take(string file, string folder)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            throw new TrainingException($"'{folder}' is in use by another run: {e.Message}", e);
        }
    }
}
