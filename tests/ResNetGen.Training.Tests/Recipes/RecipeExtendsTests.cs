namespace ResNetGen.Training.Tests;

public sealed class RecipeExtendsTests
{
    [Fact]
    public void Mappings_merge_key_by_key_and_the_name_is_ones_own()
    {
        var recipe = RecipeText.Read("extends: cifar10\naugmentation: { flip: false }\noptimizer: { weight_decay: 5e-4 }\n", "runs/no-flip.recipe.yaml");

        var cifar10 = Recipes.Find("cifar10");
        Assert.Equal(
            cifar10 with
            {
                Name = "no-flip",
                Augmentation = cifar10.Augmentation with { Flip = false },
                Optimizer = cifar10.Optimizer with { WeightDecay = 5e-4 },
            },
            recipe);
    }

    [Fact]
    public void None_takes_away_what_the_base_says()
    {
        var recipe = RecipeText.Read("extends: cifar10-110\nlearning_rate: { warmup: none }\naugmentation: { crop: none }\n", "x.recipe.yaml");

        Assert.Null(recipe.LearningRate.Warmup);
        Assert.Null(recipe.Augmentation.Crop);
        Assert.Equal(4, recipe.Augmentation.Pad);
    }

    [Fact]
    public void Another_kind_of_schedule_leaves_nothing_of_the_bases()
    {
        Assert.Equal(
            new PlateauSchedule(Patience: 3),
            RecipeText.Read("extends: cifar10\nlearning_rate: { schedule: { kind: plateau, patience: 3 } }\n", "x.recipe.yaml").LearningRate.Schedule);
        Assert.Equal(new CosineSchedule(), RecipeText.Read("extends: cifar10\nlearning_rate: { schedule: cosine }\n", "x.recipe.yaml").LearningRate.Schedule);
    }

    [Fact]
    public void The_same_kind_of_schedule_keeps_what_is_not_said()
    {
        var cifar10 = (StepSchedule)Recipes.Find("cifar10").LearningRate.Schedule;

        Assert.Equal(cifar10 with { Factor = 0.2 }, RecipeText.Read("extends: cifar10\nlearning_rate: { schedule: { factor: 0.2 } }\n", "x.recipe.yaml").LearningRate.Schedule);
        Assert.Equal(cifar10 with { Factor = 0.2 }, RecipeText.Read("extends: cifar10\nlearning_rate: { schedule: { kind: steps, factor: 0.2 } }\n", "x.recipe.yaml").LearningRate.Schedule);
    }

    [Fact]
    public void A_warm_up_that_ends_otherwise_replaces_the_bases_end() => Assert.Equal(
        new Warmup(0.01, For: TrainingLength.Epochs(2)),
        RecipeText.Read("extends: cifar10-110\nlearning_rate: { warmup: { for: 2 epochs } }\n", "x.recipe.yaml").LearningRate.Warmup);

    [Fact]
    public void A_file_stands_on_files_beside_it()
    {
        using var folder = new RecipeFolder(
            ("a.recipe.yaml", "extends: b.recipe.yaml\nseed: 3\n"),
            ("b.recipe.yaml", "name: base\nextends: ./cifar10-110.recipe.yaml\nseed: 2\nbatch_size: 64\n"),
            ("cifar10-110.recipe.yaml", "extends: cifar10-110\nvalidation_count: 7\n"));

        Assert.Equal(
            Recipes.Find("cifar10-110") with { Name = "a", Seed = 3, BatchSize = 64, ValidationCount = 7 },
            Recipes.Find(folder.PathOf("a.recipe.yaml")));
    }

    [Fact]
    public void A_file_may_be_called_as_the_built_in_recipe_that_it_extends() =>
        Assert.Equal(Recipes.Find("cifar10") with { Seed = 2 }, RecipeText.Read("extends: cifar10\nseed: 2\n", "cifar10.recipe.yaml"));

    [Fact]
    public void A_ring_of_recipes_is_an_error_at_the_last_of_them()
    {
        using var folder = new RecipeFolder(
            ("a.recipe.yaml", "extends: b.recipe.yaml\n"), ("b.recipe.yaml", "seed: 2\nextends: a.recipe.yaml\n"));

        var problem = Assert.Throws<RecipeException>(() => Recipes.Find(folder.PathOf("a.recipe.yaml")));

        Assert.EndsWith("b.recipe.yaml(2,10): error: the recipe extends itself: a.recipe.yaml -> b.recipe.yaml -> a.recipe.yaml", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_has_an_end()
    {
        using var folder = new RecipeFolder([.. Enumerable.Range(0, 40).Select(i => ($"{i}.recipe.yaml", $"extends: {i + 1}.recipe.yaml\n"))]);

        var problem = Assert.Throws<RecipeException>(() => Recipes.Find(folder.PathOf("0.recipe.yaml")));

        Assert.EndsWith("31.recipe.yaml(1,10): error: more than 32 recipes extend each other in a row", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_the_base_is_told_at_its_place_there()
    {
        using var folder = new RecipeFolder(("a.recipe.yaml", "extends: b.recipe.yaml\n"), ("b.recipe.yaml", "extends: cifar10\nbatch_size: -3\n"));

        var problem = Assert.Throws<RecipeException>(() => Recipes.Find(folder.PathOf("a.recipe.yaml")));

        Assert.EndsWith("b.recipe.yaml(2,13): error: -3 is out of range: expected an integer from 1 to 1048576", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluation: { scales: [200] }", "2,23", "a crop of 224 does not fit pictures whose shorter side is 200")]
    [InlineData("evaluation: { crop: 300 }", "2,21", "a crop of 300 does not fit pictures whose shorter side is 256")]
    [InlineData("evaluation: { crops: whole }", "2,22", "whole pictures are not cut: say 'crop: none'")]
    [InlineData("fine_tuning: { rate_decay: 0.5 }", "2,14", "'fine_tuning' starts from weights that are there: say 'initialization: keep'")]
    public void Of_two_keys_that_do_not_go_together_the_one_in_ones_own_file_is_shown(string line, string place, string message)
    {
        var problem = Assert.Throws<RecipeException>(() => RecipeText.Read("extends: imagenet\n" + line + "\n", "x.recipe.yaml"));

        Assert.Equal($"x.recipe.yaml({place}): error: {message}", problem.Message);
    }

    [Theory]
    [InlineData("runs/my net (2).recipe.yaml", "my_net__2_")]
    [InlineData("recipe.yaml", "recipe")]
    [InlineData(".recipe.yaml", "_")]
    public void A_recipe_without_a_name_has_its_files(string path, string name) => Assert.Equal(name, RecipeText.Read("extends: cifar10\n", path).Name);
}
