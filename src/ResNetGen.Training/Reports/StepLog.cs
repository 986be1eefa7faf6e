using System.Globalization;

namespace ResNetGen.Training.Reports;

/// <summary>A CSV file whose first column is a step; lines are appended, and each is in the file when <see cref="Append"/> returns.</summary>
internal sealed class StepLog : IDisposable
{
    private readonly FileStream _file;

    private StepLog(FileStream file) => _file = file;

    /// <summary>Opens the log of a run that goes on after some steps: what was written after them goes.</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">Its first line.</param>
    /// <param name="done">Steps that were done before.</param>
    /// <exception cref="InvalidDataException">The file is another one.</exception>
    public static StepLog Open(string path, string header, long done)
    {
        var kept = done == 0 ? [] : Rows(path, header).TakeWhile(row => StepOf(row) <= done);
        // Rows are read whole before the file is replaced.
        var text = string.Concat(kept.Select(row => row + "\n").Prepend(header + "\n"));
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true);
            writer.Write(text);
        });
        return new StepLog(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0));
    }

    /// <summary>Returns the rows of a log, but for a last one that was not written whole; none where there is no file.</summary>
    public static IEnumerable<string> Rows(string path, string header)
    {
        if (!File.Exists(path))
            yield break;

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length > 0 && lines[0] != header)
            throw new InvalidDataException($"'{path}' is not what a run writes: its first line is not '{header}'");

        foreach (var line in lines.Skip(1))
            yield return line;
    }

    /// <summary>Writes a row, without its line's end.</summary>
    public void Append(string row) => _file.Write(System.Text.Encoding.UTF8.GetBytes(row + "\n"));

    /// <summary>Waits until all rows are on the disk.</summary>
    public void Sync() => _file.Flush(flushToDisk: true);

    public void Dispose() => _file.Dispose();

    private static long StepOf(string row) => long.Parse(row.AsSpan(0, row.IndexOf(',', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
}
