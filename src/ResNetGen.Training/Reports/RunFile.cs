using System.Text.Encodings.Web;
using System.Text.Json;

namespace ResNetGen.Training.Reports;

/// <summary><c>run.json</c>: what is trained, by what, and what came of it; the names of its JSON are fixed.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Spec">The text of its spec; null where it has none.</param>
/// <param name="Depth">The paper's count of its layers; null where it is not known.</param>
/// <param name="Parameters">Its trainable numbers.</param>
/// <param name="Macs">Its multiply-adds for one picture; null where they are not known.</param>
/// <param name="Recipe">The recipe's name; its text lies beside, as recipe.yaml.</param>
/// <param name="Device">Where it runs.</param>
/// <param name="Processes">How many processes train it.</param>
/// <param name="TrainingImages">Pictures that it learns from.</param>
/// <param name="ValidationImages">Pictures held back.</param>
/// <param name="TestImages">Pictures that it is measured on.</param>
/// <param name="Steps">Steps of the whole run.</param>
/// <param name="StepsPerEpoch">Batches of one epoch.</param>
/// <param name="State"><c>running</c> (or ended by force), <c>interrupted</c> or <c>completed</c>.</param>
/// <param name="Step">Steps done when this was written.</param>
/// <param name="ElapsedSeconds">Time of the run; null while it runs.</param>
/// <param name="Last">The last measurement of each part.</param>
/// <param name="Best">The best measurement of the part that chooses; null while it runs.</param>
internal sealed record RunFile(
    string Network,
    string? Spec,
    int? Depth,
    long Parameters,
    long? Macs,
    string Recipe,
    string Device,
    int Processes,
    int TrainingImages,
    int ValidationImages,
    int TestImages,
    long Steps,
    long StepsPerEpoch,
    string State,
    long Step,
    double? ElapsedSeconds,
    IReadOnlyList<EvaluationReport> Last,
    EvaluationReport? Best)
{
    public const string Name = "run.json";

    /// <summary>The state of a run that has not ended.</summary>
    public const string Running = "running";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static RunFile Of(RunStarted run, NetworkFacts? facts) => new(
        run.Network,
        facts?.Spec,
        facts?.Depth,
        run.Parameters,
        facts?.Macs,
        run.Recipe.Name,
        run.Device,
        run.WorldSize,
        run.TrainingImages,
        run.ValidationImages,
        run.TestImages,
        run.Steps,
        run.StepsPerEpoch,
        Running,
        run.FirstStep,
        ElapsedSeconds: null,
        Last: [],
        Best: null);

    public RunFile EndedAs(RunEnded run) => this with
    {
        State = run.Completed ? "completed" : "interrupted",
        Step = run.Step,
        ElapsedSeconds = Math.Round(run.Elapsed.TotalSeconds, 3),
        Last = run.Last,
        Best = run.Best,
    };

    /// <summary>Reads the file of a run; null where the folder has none.</summary>
    /// <exception cref="InvalidDataException">The file is another one.</exception>
    public static RunFile? Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
            return null;

        try
        {
            return JsonSerializer.Deserialize<RunFile>(File.ReadAllText(path), Options)
                ?? throw new InvalidDataException($"'{path}' is not what a run writes");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' is not what a run writes: {e.Message}", e);
        }
    }

    public void Write(string folder) => AtomicFile.Write(Path.Combine(folder, Name), stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(JsonSerializer.Serialize(this, Options).ReplaceLineEndings("\n"));
    });
}
