using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Training.Language;

/// <summary>Makes a recipe of values.</summary>
internal static class RecipeReader
{
    /// <summary>Returns the recipe, or null after the findings say what is wrong.</summary>
    /// <param name="values">The recipe, with everything that it extends laid under it.</param>
    /// <param name="fallbackName">The name where the recipe gives none.</param>
    /// <param name="path">The file that a person wrote.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static Recipe? Read(SpecMapping values, string fallbackName, string path, Findings findings)
    {
        // A fresh list, so that what was found earlier does not hide what this says.
        var found = new Findings();
        if (!RecipeKeys.Recipe.TryRead(values, found, out var root) || found.HasErrors)
        {
            findings.AddRange(found.ToArray());
            return null;
        }

        Contradictions.Find(root, path, found);
        findings.AddRange(found.ToArray());
        return found.HasErrors ? null : Make(root, fallbackName);
    }

    private static Recipe Make(Section root, string fallbackName)
    {
        var usual = new Recipe { Name = "", Length = TrainingLength.Epochs(1), LearningRate = new LearningRatePlan() };
        return new Recipe
        {
            Name = root.Get(RecipeKeys.Name, fallbackName).Value,
            BatchSize = root.Get(RecipeKeys.BatchSize, usual.BatchSize).Value,
            Length = root.Get(RecipeKeys.Length, usual.Length).Value,
            Seed = root.Get(RecipeKeys.Seed, usual.Seed).Value,
            Initialization = root.Get(RecipeKeys.Initialization, usual.Initialization).Value,
            Optimizer = Optimizer(SectionOf(root, RecipeKeys.Optimizer), usual.Optimizer),
            LearningRate = LearningRate(SectionOf(root, RecipeKeys.LearningRate), usual.LearningRate),
            LabelSmoothing = root.Get(RecipeKeys.LabelSmoothing, usual.LabelSmoothing).Value,
            Augmentation = Augmentation(SectionOf(root, RecipeKeys.Augmentation), usual.Augmentation),
            Normalization = Normalization(SectionOf(root, RecipeKeys.Normalization), usual.Normalization),
            Evaluation = Evaluation(SectionOf(root, RecipeKeys.Evaluation), usual.Evaluation),
            ValidationCount = root.Get(RecipeKeys.ValidationCount, usual.ValidationCount).Value,
            FineTuning = SectionOf(root, RecipeKeys.FineTuning) is { } fineTuning ? FineTuning(fineTuning, new FineTuning()) : usual.FineTuning,
            Precision = root.Get(RecipeKeys.Precision, usual.Precision).Value,
            ChannelsLast = root.Get(RecipeKeys.ChannelsLast, usual.ChannelsLast).Value,
            SynchronizeNorms = root.Get(RecipeKeys.SynchronizeNorms, usual.SynchronizeNorms).Value,
        };
    }

    /// <summary>Returns the section under a key; an empty one where it is not said.</summary>
    public static Section SectionOf(Section section, Key<Section> key) => section.Get(key, new Section(section.Site)).Value;

    /// <summary>Returns the section under a key; null where it is not said, or is <c>none</c>.</summary>
    public static Section? SectionOf(Section section, Key<Optional<Section>> key) => section.Find(key) is { Value.IsSaid: true } said ? said.Value.Value : null;

    private static SgdSettings Optimizer(Section said, SgdSettings usual) => new()
    {
        Momentum = said.Get(OptimizerKeys.Momentum, usual.Momentum).Value,
        WeightDecay = said.Get(OptimizerKeys.WeightDecay, usual.WeightDecay).Value,
        Nesterov = said.Get(OptimizerKeys.Nesterov, usual.Nesterov).Value,
        DecayNorms = said.Get(OptimizerKeys.DecayNorms, usual.DecayNorms).Value,
    };

    private static LearningRatePlan LearningRate(Section said, LearningRatePlan usual) => new()
    {
        Base = said.Get(LearningRateKeys.Base, usual.Base).Value,
        Schedule = Schedule(SectionOf(said, LearningRateKeys.Schedule)),
        Warmup = SectionOf(said, LearningRateKeys.Warmup) is { } warmup ? Warmup(warmup) : usual.Warmup,
    };

    private static LearningRateSchedule Schedule(Section said)
    {
        var (steps, plateau) = (new StepSchedule([]), new PlateauSchedule());
        return said.Get(LearningRateKeys.Kind, ScheduleKind.Constant).Value switch
        {
            ScheduleKind.Steps => new StepSchedule(
                [.. said.Get(LearningRateKeys.At, EquatableArray<TrainingLength>.Empty).Value], said.Get(LearningRateKeys.Factor, steps.Factor).Value),
            ScheduleKind.Plateau => new PlateauSchedule(
                said.Get(LearningRateKeys.Factor, plateau.Factor).Value,
                said.Get(LearningRateKeys.Patience, plateau.Patience).Value,
                said.Get(LearningRateKeys.Threshold, plateau.Threshold).Value,
                said.Get(LearningRateKeys.Minimum, plateau.Minimum).Value),
            ScheduleKind.Cosine => new CosineSchedule(),
            _ => new ConstantSchedule(),
        };
    }

    private static Warmup Warmup(Section said) =>
        new(said.Get(LearningRateKeys.WarmupRate, 0).Value, said.Find(LearningRateKeys.UntilErrorBelow)?.Value, said.Find(LearningRateKeys.For)?.Value);

    private static Augmentation Augmentation(Section said, Augmentation usual) => new()
    {
        Scale = said.Find(PictureKeys.Scale) is { Value: { IsSaid: true, Value: var scale } } ? new SideRange(scale[0], scale[1]) : usual.Scale,
        Pad = said.Get(PictureKeys.Pad, usual.Pad).Value,
        Crop = Side(said, PictureKeys.Crop),
        Flip = said.Get(PictureKeys.Flip, usual.Flip).Value,
        Color = said.Get(PictureKeys.Color, usual.Color).Value,
    };

    private static Normalization Normalization(Section said, Normalization usual) => new(
        said.Find(PictureKeys.Mean) is { } mean ? [.. mean.Value.Select(m => (float)m)] : usual.Mean,
        said.Find(PictureKeys.Deviation) is { } deviation ? [.. deviation.Value.Select(d => (float)d)] : usual.Deviation);

    private static EvaluationView Evaluation(Section said, EvaluationView usual) => new()
    {
        Scales = said.Find(PictureKeys.EvaluationScales) is { Value: { IsSaid: true, Value: var scales } } ? [.. scales] : usual.Scales,
        Crop = Side(said, PictureKeys.EvaluationCrop),
        Crops = said.Get(PictureKeys.EvaluationCrops, usual.Crops).Value,
        Every = said.Get(PictureKeys.Every, usual.Every).Value,
    };

    private static FineTuning FineTuning(Section said, FineTuning usual) => new()
    {
        FrozenStages = said.Get(FineTuningKeys.FrozenStages, usual.FrozenStages).Value,
        FrozenNorms = said.Get(FineTuningKeys.FrozenNorms, usual.FrozenNorms).Value,
        RateDecay = said.Get(FineTuningKeys.RateDecay, usual.RateDecay).Value,
    };

    private static int? Side(Section said, Key<Optional<int>> key) => said.Find(key) is { Value: { IsSaid: true, Value: var side } } ? side : null;
}
