using System.Globalization;

namespace ResNetGen.Training.Tests;

public sealed class RecipeRoundTripTests
{
    // Between them, everything that a recipe can hold is somewhere: what excludes each other is in different ones.
    private static readonly Recipe[] Bases =
    [
        new()
        {
            Name = "plain", Length = TrainingLength.Iterations(100), LearningRate = new LearningRatePlan(),
        },
        new()
        {
            Name = "full", Length = TrainingLength.Epochs(5), Initialization = Initialization.Keep, FineTuning = new FineTuning { FrozenStages = 1 },
            LearningRate = new LearningRatePlan { Schedule = new PlateauSchedule(), Warmup = new Warmup(0.01, For: TrainingLength.Epochs(2)) },
            Augmentation = new Augmentation { Scale = new SideRange(20, 40), Pad = 2, Crop = 16, Flip = true },
            Normalization = Normalization.Cifar10,
            Evaluation = new EvaluationView { Scales = [16, 24], Crop = 12 },
        },
        new()
        {
            Name = "steps", Length = TrainingLength.Epochs(5), Initialization = Initialization.Keep,
            LearningRate = new LearningRatePlan { Schedule = new StepSchedule([TrainingLength.Epochs(1), TrainingLength.Epochs(3)]), Warmup = new Warmup(0.01, UntilErrorBelow: 0.8) },
        },
    ];

    public static TheoryData<string> Paths => [.. Bases.SelectMany(RecipeVariants.Of).Select(v => v.Path).Distinct()];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_property_and_every_word_comes_back(string path)
    {
        var variants = Bases.SelectMany(b => RecipeVariants.Of(b).Where(v => v.Path == path)).Select(v => v.Recipe).Where(IsRight).ToList();

        // Excluded in one base is fine; excluded in all would mean that nothing can say it. A warm-up with an end does not get
        // a second one: the parts of that end vary in the base that has it.
        if (path != "LearningRate.Warmup.For")
            Assert.NotEmpty(variants);
        foreach (var recipe in variants)
        {
            var text = RecipeText.Write(recipe);
            var again = RecipeText.Read(text, "x.recipe.yaml");

            Assert.Equal(recipe, again);
            Assert.Equal(text, RecipeText.Write(again));
        }
    }

    [Fact]
    public void A_variant_differs_from_its_base_in_its_text()
    {
        foreach (var recipe in Bases)
        {
            var text = RecipeText.Write(recipe);
            foreach (var (path, variant) in RecipeVariants.Of(recipe).Where(v => IsRight(v.Recipe) && v.Recipe != recipe))
                Assert.False(text == RecipeText.Write(variant), $"{path} is not in the text of '{recipe.Name}'");
        }
    }

    [Fact]
    public void A_class_that_the_variants_reach_is_walked_to_its_last_property()
    {
        var paths = Bases.SelectMany(RecipeVariants.Of).Select(v => v.Path).ToHashSet();

        Assert.Superset(
            new HashSet<string>
            {
                "Name", "Seed", "Length.Count", "Length.Unit.words.Epochs", "LearningRate.Warmup.For.Count", "LearningRate.Schedule.Threshold", "Augmentation.Scale.Min",
                "LearningRate.Schedule.schedules.CosineSchedule", "Evaluation.Crops.words.Whole", "FineTuning.RateDecay", "ChannelsLast", "Normalization.Deviation",
            },
            paths);
    }

    [Fact]
    public void The_text_is_the_same_in_every_culture()
    {
        var recipe = Recipes.Find("imagenet");
        var text = RecipeText.Write(recipe);
        var before = CultureInfo.CurrentCulture;
        // Tests run without the cultures' data: a comma for a point is what matters.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = culture;
        try
        {
            Assert.Equal(text, RecipeText.Write(recipe));
            Assert.Equal(recipe, RecipeText.Read(text, "x.recipe.yaml"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Everything_that_no_one_said_is_written_out()
    {
        var text = RecipeText.Write(new Recipe { Name = "mine", Length = TrainingLength.Epochs(1), LearningRate = new LearningRatePlan() });

        Assert.Equal(
            """
            name: mine
            batch_size: 128
            length: 1 epoch
            seed: 1
            initialization: kaiming
            optimizer: { momentum: 0.9, weight_decay: 0.0001, nesterov: false, decay_norms: true }
            learning_rate: { base: 0.1, schedule: constant, warmup: none }
            label_smoothing: 0
            augmentation: { scale: none, pad: 0, crop: none, flip: false, color: none }
            normalization: { mean: [0, 0, 0], deviation: [1, 1, 1] }
            evaluation: { scales: none, crop: none, crops: center, every: 1 epoch }
            validation_count: 0
            fine_tuning: none
            precision: float32
            channels_last: false
            synchronize_norms: false

            """,
            text);
    }

    private static bool IsRight(Recipe recipe)
    {
        try
        {
            RecipeText.Check(recipe);
            return true;
        }
        catch (RecipeException)
        {
            return false;
        }
    }
}
