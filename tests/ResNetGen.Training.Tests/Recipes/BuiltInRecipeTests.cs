namespace ResNetGen.Training.Tests.Recipes;

public sealed class BuiltInRecipeTests
{
    public static TheoryData<string> Names => [.. Training.Recipes.BuiltIn.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_written_is_read_as_the_same_recipe(string name)
    {
        var recipe = Training.Recipes.Find(name);
        var text = RecipeText.Write(recipe);
        TestContext.Current.TestOutputHelper?.WriteLine(text);

        var again = RecipeText.Read(text, "run/recipe.yaml");

        Assert.Equal(recipe, again);
        Assert.Equal(text, RecipeText.Write(again));
    }
}
