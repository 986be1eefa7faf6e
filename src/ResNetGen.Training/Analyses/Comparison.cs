using System.Text;

namespace ResNetGen.Training.Analyses;

/// <summary>Runs side by side: plain against residual networks, shortcuts A, B and C, depths (He et al. 2015, tables 2, 3 and 6, figures 4 and 6).</summary>
public sealed class Comparison
{
    private readonly IReadOnlyList<RunFiles> _files;

    private Comparison(IReadOnlyList<RunFiles> files)
    {
        _files = files;
        Runs = [.. files.Zip(Names(files), (f, name) => f.As(name))];
    }

    /// <summary>The runs, in the order asked for.</summary>
    public IReadOnlyList<ComparedRun> Runs { get; }

    /// <summary>Whether every run is finished.</summary>
    public bool IsCompleted => Runs.All(r => r.State == RunFiles.Completed);

    /// <summary>Reads the folders of runs, finished or not.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A folder holds no run, or files that no run writes.</exception>
    public static Comparison Read(IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return new Comparison([.. folders.Select(RunFiles.Read)]);
    }

    /// <summary>A row for each run; shares in [0, 1], nothing where a number is not known.</summary>
    public string ToCsv() => ComparisonText.Csv(Runs);

    /// <summary>A table in Markdown; errors in per cent.</summary>
    public string ToMarkdown() => ComparisonText.Markdown(Runs);

    /// <summary>The training errors, thin and dashed, and the measured errors, bold, of all runs over their steps, as in the paper's figure 6.</summary>
    /// <remarks>Training errors are moving means, over the steps that the legend says. Errors of the first tenth may lie above the picture.</remarks>
    public string ToSvg() => ComparisonText.Svg(_files, [.. Runs.Select(r => r.Name)]);

    /// <summary>Writes <c>comparison.csv</c>, <c>comparison.md</c> and <c>curves.svg</c>.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        WriteText(Path.Combine(folder, "comparison.csv"), ToCsv());
        WriteText(Path.Combine(folder, "comparison.md"), ToMarkdown());
        WriteText(Path.Combine(folder, "curves.svg"), ToSvg());
    }

    private static void WriteText(string path, string text) => AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    // Networks' names where they tell runs apart, else folders' names, else folders.
    private static IReadOnlyList<string> Names(IReadOnlyList<RunFiles> files)
    {
        IReadOnlyList<string>[] choices =
        [
            [.. files.Select(f => f.Run.Network)],
            [.. files.Select(f => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(f.Folder))))],
            [.. files.Select(f => f.Folder)],
        ];
        return choices.FirstOrDefault(names => names.Distinct(StringComparer.Ordinal).Count() == files.Count) ?? choices[^1];
    }
}
