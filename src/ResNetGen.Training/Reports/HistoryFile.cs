using System.Globalization;

namespace ResNetGen.Training.Reports;

/// <summary><c>history.csv</c>: a row for each step.</summary>
internal static class HistoryFile
{
    public const string Name = "history.csv";
    public const string Header = "step,epoch,loss,error,learning_rate,images_per_second,wait_share,elapsed_seconds";

    /// <summary>Returns a step as a row: numbers in the shortest form that reads as the same bits.</summary>
    public static string Row(StepReport step) => string.Create(
        CultureInfo.InvariantCulture,
        $"{step.Step},{step.Epoch},{step.Loss},{step.Error},{step.LearningRate},{step.ImagesPerSecond:0.#},{step.WaitShare:0.####},{step.Elapsed.TotalSeconds:0.###}");

    /// <summary>Reads the steps of a run, finished or running; none where the folder has no history.</summary>
    /// <exception cref="InvalidDataException">The file is another one.</exception>
    public static IEnumerable<StepReport> Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        foreach (var row in StepLog.Rows(path, Header))
        {
            var cells = row.Split(',');
            if (cells.Length != 8)
                throw new InvalidDataException($"'{path}' has a row that no run writes: {row}");

            yield return new StepReport(
                long.Parse(cells[0], CultureInfo.InvariantCulture),
                int.Parse(cells[1], CultureInfo.InvariantCulture),
                float.Parse(cells[2], CultureInfo.InvariantCulture),
                double.Parse(cells[3], CultureInfo.InvariantCulture),
                double.Parse(cells[4], CultureInfo.InvariantCulture),
                double.Parse(cells[5], CultureInfo.InvariantCulture),
                double.Parse(cells[6], CultureInfo.InvariantCulture),
                TimeSpan.FromSeconds(double.Parse(cells[7], CultureInfo.InvariantCulture)),
                TimeSpan.Zero);
        }
    }
}
