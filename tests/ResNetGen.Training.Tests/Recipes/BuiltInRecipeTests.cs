namespace ResNetGen.Training.Tests;

public sealed class BuiltInRecipeTests
{
    public static TheoryData<string> Names => [.. Recipes.BuiltIn.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read_as_the_same_recipe(string name)
    {
        var recipe = Recipes.Find(name);
        var text = RecipeText.Write(recipe);

        var again = RecipeText.Read(text, "run/recipe.yaml");

        Assert.Equal(recipe, again);
        Assert.Equal(text, RecipeText.Write(again));
        Assert.DoesNotContain("extends", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Cifar10_is_section_4_2_of_the_paper()
    {
        var recipe = Recipes.Find("cifar10");

        Assert.Equal(128, recipe.BatchSize);
        Assert.Equal(TrainingLength.Iterations(64_000), recipe.Length);
        Assert.Equal(Initialization.Kaiming, recipe.Initialization);
        Assert.Equal(new SgdSettings { Momentum = 0.9, WeightDecay = 1e-4, Nesterov = false, DecayNorms = true }, recipe.Optimizer);
        Assert.Equal(
            new LearningRatePlan { Base = 0.1, Schedule = new StepSchedule([TrainingLength.Iterations(32_000), TrainingLength.Iterations(48_000)], 0.1) },
            recipe.LearningRate);
        Assert.Equal(new Augmentation { Pad = 4, Crop = 32, Flip = true }, recipe.Augmentation);
        Assert.Equal(Normalization.Cifar10, recipe.Normalization);
        Assert.Equal(new EvaluationView(), recipe.Evaluation);
        Assert.Equal((0, 0.0, (FineTuning?)null), (recipe.ValidationCount, recipe.LabelSmoothing, recipe.FineTuning));
    }

    [Fact]
    public void The_split_and_110_layers_differ_from_cifar10_in_one_thing_each()
    {
        var cifar10 = Recipes.Find("cifar10");

        Assert.Equal(cifar10 with { Name = "cifar10-split", ValidationCount = 5000 }, Recipes.Find("cifar10-split"));
        Assert.Equal(
            cifar10 with { Name = "cifar10-110", LearningRate = cifar10.LearningRate with { Warmup = new Warmup(0.01, UntilErrorBelow: 0.8) } },
            Recipes.Find("cifar10-110"));
    }

    [Fact]
    public void Imagenet_is_section_3_4_of_the_paper()
    {
        var recipe = Recipes.Find("imagenet");

        Assert.Equal((256, TrainingLength.Iterations(600_000)), (recipe.BatchSize, recipe.Length));
        Assert.Equal(new SgdSettings { Momentum = 0.9, WeightDecay = 1e-4 }, recipe.Optimizer);
        Assert.Equal((0.1, 0.1), (recipe.LearningRate.Base, Assert.IsType<PlateauSchedule>(recipe.LearningRate.Schedule).Factor));
        Assert.Equal(
            new Augmentation { Scale = new SideRange(256, 480), Crop = 224, Flip = true, Color = ColorAugmentation.Pca }, recipe.Augmentation);
        Assert.Equal(Normalization.ImageNet, recipe.Normalization);
        Assert.Equal(new EvaluationView { Scales = [256], Crop = 224, Crops = Crops.Center }, recipe.Evaluation);
    }

    [Fact]
    public void The_other_forms_of_imagenet_differ_in_length_or_in_how_they_are_measured()
    {
        var imagenet = Recipes.Find("imagenet");
        var ninety = Recipes.Find("imagenet-90");

        Assert.Equal(new StepSchedule([TrainingLength.Epochs(30), TrainingLength.Epochs(60)], 0.1), ninety.LearningRate.Schedule);
        Assert.Equal(
            imagenet with { Name = "imagenet-90", Length = TrainingLength.Epochs(90), LearningRate = imagenet.LearningRate with { Schedule = ninety.LearningRate.Schedule } },
            ninety);
        Assert.Equal(
            imagenet with { Name = "imagenet-10-crop", Evaluation = imagenet.Evaluation with { Crops = Crops.Ten } }, Recipes.Find("imagenet-10-crop"));
        Assert.Equal(
            imagenet with { Name = "imagenet-multi-scale", Evaluation = new EvaluationView { Scales = [224, 256, 384, 480, 640], Crops = Crops.Whole } },
            Recipes.Find("imagenet-multi-scale"));
    }

    [Fact]
    public void A_name_that_is_not_built_in_is_an_error_that_names_the_nearest()
    {
        var problem = Assert.Throws<RecipeException>(() => Recipes.Find("cifr10"));

        Assert.StartsWith("there is no recipe 'cifr10'; did you mean 'cifar10'? (built-in are cifar10, cifar10-split,", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_finds_a_recipe_in_a_file()
    {
        using var folder = new RecipeFolder(("short.recipe.yaml", "extends: cifar10\nlength: 10 iterations\n"));

        var recipe = Recipes.Find(folder.PathOf("short.recipe.yaml"));

        Assert.Equal(Recipes.Find("cifar10") with { Name = "short", Length = TrainingLength.Iterations(10) }, recipe);
        Assert.Throws<FileNotFoundException>(() => Recipes.Find(folder.PathOf("long.recipe.yaml")));
    }

    [Fact]
    public void The_schema_that_lies_beside_the_recipes_is_todays()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "recipe.schema.json");
        var received = Path.ChangeExtension(path, ".received.json");
        var schema = RecipeText.Schema;
        if (File.ReadAllText(path) != schema)
            File.WriteAllText(received, schema);

        Assert.True(File.ReadAllText(path) == schema, $"recipes/recipe.schema.json is stale: copy {received} over it");
    }
}
