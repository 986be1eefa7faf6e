using System.Globalization;

namespace ResNetGen.Training.Reports;

/// <summary><c>evaluations.csv</c>: a row for each measurement.</summary>
internal static class EvaluationsFile
{
    public const string Name = "evaluations.csv";
    public const string Header = "step,epoch,part,images,loss,top1_error,top5_error";

    /// <summary>Returns a measurement as a row: numbers in the shortest form that reads as the same bits.</summary>
    public static string Row(EvaluationReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Step},{report.Epoch},{report.Part},{report.Images},{report.Loss},{report.Top1Error},{report.Top5Error}");

    /// <summary>Reads the measurements of a run, finished or running; none where the folder has none.</summary>
    /// <exception cref="InvalidDataException">The file is another one.</exception>
    public static IEnumerable<EvaluationReport> Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        foreach (var row in StepLog.Rows(path, Header))
        {
            var cells = row.Split(',');
            if (cells.Length != 7)
                throw new InvalidDataException($"'{path}' has a row that no run writes: {row}");

            yield return new EvaluationReport(
                long.Parse(cells[0], CultureInfo.InvariantCulture),
                int.Parse(cells[1], CultureInfo.InvariantCulture),
                cells[2],
                int.Parse(cells[3], CultureInfo.InvariantCulture),
                double.Parse(cells[4], CultureInfo.InvariantCulture),
                double.Parse(cells[5], CultureInfo.InvariantCulture),
                double.Parse(cells[6], CultureInfo.InvariantCulture));
        }
    }
}
