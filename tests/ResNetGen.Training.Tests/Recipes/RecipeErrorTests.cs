namespace ResNetGen.Training.Tests;

public sealed class RecipeErrorTests
{
    private const string Start = "length: 10 epochs\nlearning_rate: { base: 0.1 }\n";

    [Theory]
    [InlineData("batchsize: 3", "3,1", "unknown key 'batchsize' in a recipe; did you mean 'batch_size'?")]
    [InlineData("optimizer: { momentun: 0.9 }", "3,14", "unknown key 'momentun' in an optimizer; did you mean 'momentum'?")]
    [InlineData("seed: 1\nseed: 2", "4,1", "'seed' is already said on line 3")]
    [InlineData("batch_size: 0", "3,13", "0 is out of range: expected an integer from 1 to 1048576")]
    [InlineData("batch_size: many", "3,13", "expected an integer from 1 to 1048576, found 'many'")]
    [InlineData("batch_size: [1]", "3,13", "expected an integer from 1 to 1048576, found a list")]
    [InlineData("seed: -1", "3,7", "-1 is out of range: expected an integer from 0 to 18446744073709551615")]
    [InlineData("seed: 18446744073709551616", "3,7", "18446744073709551616 is out of range: expected an integer from 0 to 18446744073709551615")]
    [InlineData("seed: 1.5", "3,7", "expected an integer from 0 to 18446744073709551615, found '1.5'")]
    [InlineData("label_smoothing: 1", "3,18", "1 is out of range: expected a number from 0 to 1 (not itself)")]
    [InlineData("label_smoothing: .nan", "3,18", "expected a number from 0 to 1 (not itself), found '.nan'")]
    [InlineData("initialization: kaimng", "3,17", "unknown word 'kaimng': expected 'kaiming' or 'keep'; did you mean 'kaiming'?")]
    [InlineData("channels_last: yes", "3,16", "expected 'true' or 'false', found 'yes'")]
    [InlineData("augmentation: { crop: big }", "3,23", "expected an integer from 1 to 16384, found 'big'")]
    [InlineData("augmentation: { scale: [256] }", "3,24", "expected a list of 2 integers [min, max], found 1")]
    [InlineData("augmentation: { scale: [480, 256] }", "3,24", "the range [480, 256] is empty: the smaller length comes first")]
    [InlineData("augmentation: { scale: [100, 256], crop: 224 }", "3,42", "a crop of 224 does not fit pictures whose shorter side is 100")]
    [InlineData("normalization: { mean: [0, 0, 2] }", "3,31", "2 is out of range: expected a number from 0 to 1")]
    [InlineData("normalization: { deviation: [1, 0, 1] }", "3,33", "0 is out of range: expected a number from 0 (not itself) to 1")]
    [InlineData("evaluation: { crops: ten }", "3,22", "ten crops need the side of a square: say 'crop'")]
    [InlineData("evaluation: { crops: whole, crop: 224 }", "3,22", "whole pictures are not cut: say 'crop: none'")]
    [InlineData("evaluation: { scales: [256, 200], crop: 224 }", "3,41", "a crop of 224 does not fit pictures whose shorter side is 200")]
    [InlineData("evaluation: { every: 5 }", "3,22", "expected a length such as '64000 iterations' or '90 epochs', found '5'")]
    [InlineData("evaluation: { every: 0 epochs }", "3,22", "0 epochs is out of range: expected 1 to 1000000000000 epochs")]
    [InlineData("evaluation: { every: 5 epohs }", "3,22", "unknown word 'epohs': expected 'iterations' or 'epochs'; did you mean 'epochs'?")]
    [InlineData("optimizer: { momentum: 0, nesterov: true }", "3,37", "Nesterov's momentum needs a 'momentum' above 0")]
    [InlineData("fine_tuning: { frozen_stages: 1 }", "3,14", "'fine_tuning' starts from weights that are there: say 'initialization: keep'")]
    [InlineData("fine_tuning: yes", "3,14", "expected 'none' or a mapping that says fine-tuning, found 'yes'")]
    [InlineData("extends: [cifar10]", "3,10", "expected the name of a built-in recipe, or the path of a '.recipe.yaml' file beside this one, found a list")]
    [InlineData("extends: cifr10", "3,10", "there is no built-in recipe 'cifr10'; did you mean 'cifar10'?")]
    [InlineData("extends: other.recipe.yaml", "3,10", "the recipe 'other.recipe.yaml' that this one extends cannot be read: there is no such file")]
    [InlineData("name: a b", "3,7", "expected a name of letters, digits, '-', '_' and '.', found 'a b'")]
    [InlineData("name: ../x", "3,7", "expected a name of letters, digits, '-', '_' and '.', found '../x'")]
    [InlineData("name: &a x", "3,7", "an anchor has no meaning in recipes: write the value out")]
    [InlineData("name: !!str x", "3,7", "a tag has no meaning in recipes: write the value out")]
    public void A_mistake_is_one_error_at_its_place(string line, string place, string message) => Refuses(Start + line + "\n", $"x.recipe.yaml({place}): error: {message}");

    [Theory]
    [InlineData("learning_rate: { base: 0 }", "2,24", "0 is out of range: expected a number from 0 (not itself) to 1000")]
    [InlineData("learning_rate: { schedule: step }", "2,28", "unknown word 'step': expected 'constant', 'steps', 'plateau' or 'cosine'; did you mean 'steps'?")]
    [InlineData("learning_rate: { schedule: steps }", "2,28", "a schedule of steps needs 'at': a list of 1 to 1000 moments")]
    [InlineData("learning_rate: { schedule: { kind: cosine, factor: 0.1 } }", "2,52", "'factor' has no meaning in a schedule of kind 'cosine'")]
    [InlineData("learning_rate: { schedule: { kind: steps, at: [3 epochs, 3 epochs] } }", "2,47", "the moments of a schedule rise: each comes after the one before")]
    [InlineData("learning_rate: { schedule: { kind: steps, at: [3 epochs, 30 iterations] } }", "2,47", "the moments of a schedule are all counted in iterations, or all in epochs")]
    [InlineData("learning_rate: { schedule: { kind: plateau, at: [3 epochs] } }", "2,49", "'at' has no meaning in a schedule of kind 'plateau'")]
    [InlineData("learning_rate: { warmup: { rate: 0.01 } }", "2,26", "a warm-up needs 'for' or 'until_error_below': it has to end")]
    [InlineData("learning_rate: { warmup: { until_error_below: 0.8 } }", "2,26", "a warm-up needs 'rate': a number from 0 (not itself) to 1000")]
    [InlineData("learning_rate: { warmup: { rate: 0.01, for: 1 epoch, until_error_below: 0.8 } }", "2,73", "'until_error_below' and 'for' exclude each other: leave one out")]
    public void So_is_one_of_the_learning_rate(string line, string place, string message) =>
        Refuses("length: 10 epochs\n" + line + "\n", $"x.recipe.yaml({place}): error: {message}");

    [Fact]
    public void A_recipe_without_a_length_and_a_rate_is_an_error_for_each() => Refuses(
        "name: x\n",
        "x.recipe.yaml(1,1): error: a recipe needs 'length': a length such as '64000 iterations' or '90 epochs'",
        "x.recipe.yaml(1,1): error: a recipe needs 'learning_rate': a mapping that says a learning rate");

    [Fact]
    public void Several_mistakes_are_told_together() => Refuses(
        "length: 10 epochs\nlearning_rate: { base: -1 }\nbatch_size: x\n",
        "x.recipe.yaml(2,24): error: -1 is out of range: expected a number from 0 (not itself) to 1000",
        "x.recipe.yaml(3,13): error: expected an integer from 1 to 1048576, found 'x'");

    [Theory]
    [InlineData("", "x.recipe.yaml(1,1): error: the recipe is empty: it needs at least 'length' and 'learning_rate', or 'extends'")]
    [InlineData("- a\n", "x.recipe.yaml(1,1): error: expected a mapping of a recipe's keys, found a list")]
    [InlineData("a: [b\n", "x.recipe.yaml(2,1): error: not valid YAML: ")]
    [InlineData("length: \0", "x.recipe.yaml(1,9): error: not valid YAML: a NUL character")]
    public void What_is_no_recipe_is_refused(string text, string message)
    {
        var problem = Assert.Throws<RecipeException>(() => RecipeText.Read(text, "x.recipe.yaml"));

        Assert.StartsWith(message, Assert.Single(problem.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_text_is_refused()
    {
        using var folder = new RecipeFolder(("huge.recipe.yaml", new string(' ', 1_000_000)));

        var problem = Assert.Throws<RecipeException>(() => Recipes.Find(folder.PathOf("huge.recipe.yaml")));

        Assert.EndsWith("(1,1): error: 262145 characters: a recipe may have 262144", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_CSharp_is_held_to_the_same_rules_and_its_keys_are_named()
    {
        var recipe = new Recipe
        {
            Name = "mine",
            BatchSize = -1,
            Length = TrainingLength.Epochs(0),
            LearningRate = new LearningRatePlan { Base = double.NaN, Schedule = new StepSchedule([]) },
            Augmentation = new Augmentation { Crop = 0 },
            Precision = (Precision)7,
        };

        var problem = Assert.Throws<RecipeException>(() => RecipeText.Check(recipe));

        Assert.Equal(
            [
                "recipe 'mine': augmentation.crop: 0 is out of range: expected an integer from 1 to 16384",
                "recipe 'mine': batch_size: -1 is out of range: expected an integer from 1 to 1048576",
                "recipe 'mine': learning_rate.base: expected a number from 0 (not itself) to 1000, found 'NaN'",
                "recipe 'mine': learning_rate.schedule.at: expected a list of 1 to 1000 moments, found 0",
                "recipe 'mine': length: 0 epochs is out of range: expected 1 to 1000000000000 epochs",
                "recipe 'mine': precision: unknown word '7': expected 'float32' or 'bfloat16'",
            ],
            problem.Errors);
        Assert.Throws<RecipeException>(() => RecipeText.Write(recipe));
    }

    [Fact]
    public void So_are_keys_that_do_not_go_together()
    {
        var recipe = Recipes.Find("imagenet") with { Evaluation = new EvaluationView { Crops = Crops.Ten }, FineTuning = new FineTuning() };

        Assert.Equal(
            [
                "recipe 'imagenet': evaluation.crops: ten crops need the side of a square: say 'crop'",
                "recipe 'imagenet': initialization: 'fine_tuning' starts from weights that are there: say 'initialization: keep'",
            ],
            Assert.Throws<RecipeException>(() => RecipeText.Check(recipe)).Errors);
    }

    private static void Refuses(string text, params string[] errors) =>
        Assert.Equal(errors, Assert.Throws<RecipeException>(() => RecipeText.Read(text, "x.recipe.yaml")).Errors);
}
