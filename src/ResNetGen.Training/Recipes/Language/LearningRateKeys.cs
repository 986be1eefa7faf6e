using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Training.Language;

/// <summary>What a recipe says of the learning rate.</summary>
internal static class LearningRateKeys
{
    /// <summary>Changes that a schedule may have.</summary>
    public const int Changes = 1000;

    public static readonly Key<double> Base = new("base", Shapes.Rate, "The rate after the warm-up and before the first change.", "0.1", "0.1");

    public static readonly Key<ScheduleKind> Kind = new("kind", Words.Schedules, "How the rate changes.", "steps", "constant");

    public static readonly Key<EquatableArray<TrainingLength>> At = new(
        "at", new ListShape<TrainingLength>(new LengthShape(), "moments", 1, Changes), "For 'steps': when the rate is multiplied.", "[30 epochs, 60 epochs]");

    public static readonly Key<double> Factor = new(
        "factor", Shapes.Part, "For 'steps' and 'plateau': what the rate is multiplied by.", "0.1", "0.1");

    public static readonly Key<int> Patience = new(
        "patience", new IntegerShape(0, 1_000_000), "For 'plateau': evaluations without an improvement that are waited for.", "5", "10");

    public static readonly Key<double> Threshold = new("threshold", Shapes.Share, "For 'plateau': the improvement that counts, as a share of the best error.", "1e-3", "1e-4");

    public static readonly Key<double> Minimum = new(
        "minimum", new NumberShape(0, isMinimumAllowed: true, 1000, isMaximumAllowed: true), "For 'plateau': the rate is never lowered below.", "1e-5", "0");

    public static readonly Key<Section> Schedule = new(
        "schedule", new MappingShape("a schedule", Kind, Kind, At, Factor, Patience, Threshold, Minimum), "How the rate changes.", "cosine", "constant");

    public static readonly Key<double> WarmupRate = new("rate", Shapes.Rate, "The rate; with 'for' the first step's, from which it rises linearly.", "0.01");

    public static readonly Key<double> UntilErrorBelow = new(
        "until_error_below",
        Shapes.Part,
        "The warm-up ends when the training error of the last 100 steps falls below.",
        "0.8");

    public static readonly Key<TrainingLength> For = new("for", new LengthShape(), "The warm-up ends after this long.", "5 epochs");

    public static readonly Key<Optional<Section>> Warmup = new(
        "warmup", new OptionalShape<Section>(new MappingShape("a warm-up", null, WarmupRate, UntilErrorBelow, For)), "A lower rate at the start.", "{ rate: 0.01, for: 5 epochs }", "none");

    /// <summary>The learning rate.</summary>
    public static readonly MappingShape LearningRate = new("a learning rate", null, Base, Schedule, Warmup);

    /// <summary>Which schedules a key of theirs is for.</summary>
    public static IReadOnlyList<ScheduleKind> KindsWith(Key key) =>
        key == At ? [ScheduleKind.Steps]
        : key == Factor ? [ScheduleKind.Steps, ScheduleKind.Plateau]
        : key == Patience || key == Threshold || key == Minimum ? [ScheduleKind.Plateau]
        : Enum.GetValues<ScheduleKind>();
}
