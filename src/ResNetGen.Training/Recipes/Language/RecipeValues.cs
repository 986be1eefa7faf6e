using System.Globalization;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Training.Language;

/// <summary>Says a recipe in values, as a file would say it, and all of it.</summary>
/// <remarks>The path of each value's site is that of its key, <c>learning_rate.base</c>: a record has no other place.</remarks>
internal sealed class RecipeValues
{
    private readonly List<SpecEntry> _entries = [];
    private readonly string _path;

    private RecipeValues(string path) => _path = path;

    public static SpecMapping Of(Recipe recipe)
    {
        var (rate, augmentation, evaluation, optimizer) = (recipe.LearningRate, recipe.Augmentation, recipe.Evaluation, recipe.Optimizer);
        return new RecipeValues("")
            .Text(RecipeKeys.Name, recipe.Name)
            .Number(RecipeKeys.BatchSize, recipe.BatchSize)
            .Word(RecipeKeys.Length, LengthShape.Text(recipe.Length))
            .Number(RecipeKeys.Seed, recipe.Seed)
            .Word(RecipeKeys.Initialization, Words.Of(Words.Initializations, recipe.Initialization))
            .Mapping(RecipeKeys.Optimizer, o => o
                .Number(OptimizerKeys.Momentum, optimizer.Momentum)
                .Number(OptimizerKeys.WeightDecay, optimizer.WeightDecay)
                .Switch(OptimizerKeys.Nesterov, optimizer.Nesterov)
                .Switch(OptimizerKeys.DecayNorms, optimizer.DecayNorms))
            .Mapping(RecipeKeys.LearningRate, l => l
                .Number(LearningRateKeys.Base, rate.Base)
                .Mapping(LearningRateKeys.Schedule, s => Schedule(s, rate.Schedule))
                .Optional(LearningRateKeys.Warmup, rate.Warmup is not null, w => Warmup(w, rate.Warmup!)))
            .Number(RecipeKeys.LabelSmoothing, recipe.LabelSmoothing)
            .Mapping(RecipeKeys.Augmentation, a => a
                .Sides(PictureKeys.Scale, augmentation.Scale is { } scale ? [scale.Min, scale.Max] : [])
                .Number(PictureKeys.Pad, augmentation.Pad)
                .Side(PictureKeys.Crop, augmentation.Crop)
                .Switch(PictureKeys.Flip, augmentation.Flip)
                .Word(PictureKeys.Color, Words.Of(Words.Colors, augmentation.Color)))
            .Mapping(RecipeKeys.Normalization, n => n
                .List(PictureKeys.Mean, recipe.Normalization.Mean.Select(Shown))
                .List(PictureKeys.Deviation, recipe.Normalization.Deviation.Select(Shown)))
            .Mapping(RecipeKeys.Evaluation, e => e
                .Sides(PictureKeys.EvaluationScales, evaluation.Scales)
                .Side(PictureKeys.EvaluationCrop, evaluation.Crop)
                .Word(PictureKeys.EvaluationCrops, Words.Of(Words.CropKinds, evaluation.Crops))
                .Word(PictureKeys.Every, LengthShape.Text(evaluation.Every)))
            .Number(RecipeKeys.ValidationCount, recipe.ValidationCount)
            .Optional(RecipeKeys.FineTuning, recipe.FineTuning is not null, f => f
                .Number(FineTuningKeys.FrozenStages, recipe.FineTuning!.FrozenStages)
                .Switch(FineTuningKeys.FrozenNorms, recipe.FineTuning.FrozenNorms)
                .Number(FineTuningKeys.RateDecay, recipe.FineTuning.RateDecay))
            .Word(RecipeKeys.Precision, Words.Of(Words.Precisions, recipe.Precision))
            .Switch(RecipeKeys.ChannelsLast, recipe.ChannelsLast)
            .Switch(RecipeKeys.SynchronizeNorms, recipe.SynchronizeNorms)
            .ToMapping();
    }

    private static void Schedule(RecipeValues values, LearningRateSchedule schedule)
    {
        switch (schedule)
        {
            case ConstantSchedule:
                values.Word(LearningRateKeys.Kind, Words.Of(Words.Schedules, ScheduleKind.Constant));
                break;
            case CosineSchedule:
                values.Word(LearningRateKeys.Kind, Words.Of(Words.Schedules, ScheduleKind.Cosine));
                break;
            case StepSchedule steps:
                values.Word(LearningRateKeys.Kind, Words.Of(Words.Schedules, ScheduleKind.Steps))
                    .List(LearningRateKeys.At, steps.At.Select(LengthShape.Text))
                    .Number(LearningRateKeys.Factor, steps.Factor);
                break;
            case PlateauSchedule plateau:
                values.Word(LearningRateKeys.Kind, Words.Of(Words.Schedules, ScheduleKind.Plateau))
                    .Number(LearningRateKeys.Factor, plateau.Factor)
                    .Number(LearningRateKeys.Patience, plateau.Patience)
                    .Number(LearningRateKeys.Threshold, plateau.Threshold)
                    .Number(LearningRateKeys.Minimum, plateau.Minimum);
                break;
            default:
                throw new NotSupportedException($"No recipe can say a {schedule?.GetType().Name ?? "schedule of null"}.");
        }
    }

    // It ends in one way: the other has nothing to say.
    private static void Warmup(RecipeValues values, Warmup warmup)
    {
        values.Number(LearningRateKeys.WarmupRate, warmup.Rate);
        if (warmup.UntilErrorBelow is { } error)
            values.Number(LearningRateKeys.UntilErrorBelow, error);
        if (warmup.For is { } length)
            values.Word(LearningRateKeys.For, LengthShape.Text(length));
    }

    private static string Shown(float number) => number.ToString("R", CultureInfo.InvariantCulture);

    private RecipeValues Text(Key key, string text) => Add(key, Scalar(text, isQuoted: true, key));

    private RecipeValues Word(Key key, string word) => Add(key, Scalar(word, isQuoted: false, key));

    private RecipeValues Number<T>(Key key, T number)
        where T : IFormattable => Word(key, number.ToString(number is double ? "R" : null, CultureInfo.InvariantCulture));

    private RecipeValues Switch(Key key, bool on) => Word(key, on ? "true" : "false");

    private RecipeValues Side(Key key, int? side) => side is { } length ? Number(key, length) : Word(key, Words.None);

    private RecipeValues Sides(Key key, IReadOnlyList<int> sides) =>
        sides.Count == 0 ? Word(key, Words.None) : List(key, sides.Select(s => s.ToString(CultureInfo.InvariantCulture)));

    private RecipeValues List(Key key, IEnumerable<string> items) =>
        Add(key, new SpecList(items.Select(SpecValue (i) => Scalar(i, isQuoted: false, key)).ToEquatableArray(), SiteOf(key)));

    private RecipeValues Mapping(Key key, Action<RecipeValues> fill)
    {
        var inner = new RecipeValues(SiteOf(key).Path);
        fill(inner);
        return Add(key, inner.ToMapping());
    }

    private RecipeValues Optional(Key key, bool isSaid, Action<RecipeValues> fill) => isSaid ? Mapping(key, fill) : Word(key, Words.None);

    private RecipeValues Add(Key key, SpecValue value)
    {
        _entries.Add(new SpecEntry(Scalar(key.Name, isQuoted: false, key), value));
        return this;
    }

    private SpecScalar Scalar(string text, bool isQuoted, Key key) => new(text, isQuoted, SiteOf(key));

    private Site SiteOf(Key key) => Site.StartOf(_path.Length == 0 ? key.Name : _path + "." + key.Name);

    private SpecMapping ToMapping() => new(_entries.ToEquatableArray(), Site.StartOf(_path));
}
