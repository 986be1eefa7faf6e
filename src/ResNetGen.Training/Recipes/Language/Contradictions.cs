using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;

namespace ResNetGen.Training.Language;

/// <summary>Finds what no single key of a recipe shows: keys that do not go together.</summary>
internal sealed class Contradictions
{
    private readonly Findings _findings;
    private readonly string _path;

    private Contradictions(Findings findings, string path) => (_findings, _path) = (findings, path);

    /// <summary>Looks through a recipe whose keys are right, each by itself.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="path">The file that a person wrote: of two keys that do not go together, the one in it is shown.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static void Find(Section recipe, string path, Findings findings) => new Contradictions(findings, path).Recipe(recipe);

    private void Recipe(Section recipe)
    {
        var rate = RecipeReader.SectionOf(recipe, RecipeKeys.LearningRate);
        Optimizer(RecipeReader.SectionOf(recipe, RecipeKeys.Optimizer));
        Schedule(RecipeReader.SectionOf(rate, LearningRateKeys.Schedule));
        if (RecipeReader.SectionOf(rate, LearningRateKeys.Warmup) is { } warmup)
            Warmup(warmup);

        Augmentation(RecipeReader.SectionOf(recipe, RecipeKeys.Augmentation));
        Evaluation(RecipeReader.SectionOf(recipe, RecipeKeys.Evaluation));
        if (recipe.Find(RecipeKeys.FineTuning) is { Value.IsSaid: true } fineTuning
            && recipe.Find(RecipeKeys.Initialization) is not { Value: Initialization.Keep })
        {
            Add("'fine_tuning' starts from weights that are there: say 'initialization: keep'", recipe.Find(RecipeKeys.Initialization)?.Site, fineTuning.Site);
        }
    }

    private void Optimizer(Section said)
    {
        if (said.Find(OptimizerKeys.Nesterov) is { Value: true } nesterov && said.Find(OptimizerKeys.Momentum) is { Value: 0 } momentum)
            Add("Nesterov's momentum needs a 'momentum' above 0", nesterov.Site, momentum.Site);
    }

    private void Schedule(Section said)
    {
        var kind = said.Get(LearningRateKeys.Kind, ScheduleKind.Constant).Value;
        Unfitting(LearningRateKeys.At);
        Unfitting(LearningRateKeys.Factor);
        Unfitting(LearningRateKeys.Patience);
        Unfitting(LearningRateKeys.Threshold);
        Unfitting(LearningRateKeys.Minimum);
        if (kind != ScheduleKind.Steps)
            return;

        if (said.Find(LearningRateKeys.At) is not { } at)
            _findings.Add(Rules.MissingKey, said.Site, "a schedule of steps", LearningRateKeys.At.Name, LearningRateKeys.At.Holds.Expected);
        else if (at.Value.Any(m => m.Unit != at.Value[0].Unit))
            Add("the moments of a schedule are all counted in iterations, or all in epochs", at.Site);
        else if (at.Value.Zip(at.Value.Skip(1)).Any(p => p.First.Count >= p.Second.Count))
            Add("the moments of a schedule rise: each comes after the one before", at.Site);

        void Unfitting<T>(Key<T> key)
        {
            if (said.Find(key) is { } unfitting && !LearningRateKeys.KindsWith(key).Contains(kind))
                Add($"'{key.Name}' has no meaning in a schedule of kind '{Words.Of(Words.Schedules, kind)}'", unfitting.Site);
        }
    }

    private void Warmup(Section said)
    {
        var (error, length) = (said.Find(LearningRateKeys.UntilErrorBelow), said.Find(LearningRateKeys.For));
        if (error is not null && length is { } second)
            _findings.Add(Rules.SaidTwice, Nearest(error.Value.Site, second.Site), LearningRateKeys.UntilErrorBelow.Name, LearningRateKeys.For.Name);
        if (said.Find(LearningRateKeys.WarmupRate) is null)
            _findings.Add(Rules.MissingKey, said.Site, "a warm-up", LearningRateKeys.WarmupRate.Name, LearningRateKeys.WarmupRate.Holds.Expected);
        if (error is null && length is null)
            _findings.Add(Rules.MissingKey, said.Site, "a warm-up", LearningRateKeys.For.Name + "' or '" + LearningRateKeys.UntilErrorBelow.Name, "it has to end");
    }

    private void Augmentation(Section said)
    {
        var pad = said.Get(PictureKeys.Pad, 0).Value;
        if (said.Find(PictureKeys.Scale) is not { Value: { IsSaid: true, Value: var scale } } range)
            return;

        if (scale[0] > scale[1])
            Add(Text("the range [{0}, {1}] is empty: the smaller length comes first", scale[0], scale[1]), range.Site);
        else if (said.Find(PictureKeys.Crop) is { Value: { IsSaid: true, Value: var crop } } square && crop > scale[0] + (2 * pad))
            Add(Text("a crop of {0} does not fit pictures whose shorter side is {1}", crop, scale[0] + (2 * pad)), square.Site, range.Site);
    }

    private void Evaluation(Section said)
    {
        var kind = said.Get(PictureKeys.EvaluationCrops, Crops.Center);
        var crop = said.Find(PictureKeys.EvaluationCrop) is { Value.IsSaid: true } square ? square : (Said<Optional<int>>?)null;
        if (kind.Value == Crops.Ten && crop is null)
            Add("ten crops need the side of a square: say 'crop'", kind.Site, said.Find(PictureKeys.EvaluationCrop)?.Site);
        if (kind.Value == Crops.Whole && crop is not null)
            Add("whole pictures are not cut: say 'crop: none'", kind.Site, crop.Value.Site);
        if (crop is { Value.Value: var side } && said.Find(PictureKeys.EvaluationScales) is { Value: { IsSaid: true, Value: var scales } } lengths && scales.Min() < side)
            Add(Text("a crop of {0} does not fit pictures whose shorter side is {1}", side, scales.Min()), crop.Value.Site, lengths.Site);
    }

    private static string Text(string format, params object[] numbers) => string.Format(CultureInfo.InvariantCulture, format, numbers);

    private void Add(string message, params Site?[] sites) => _findings.Add(Rules.CannotBeMade, Nearest([.. sites.OfType<Site>()]), message);

    private Site Nearest(params Site[] sites) => sites.FirstOrDefault(s => s.Path == _path, sites[0]);
}
