using ResNetGen.Training;

namespace FineTuning;

/// <summary>The recipes beside the program.</summary>
internal static class SampleRecipes
{
    /// <summary>Reads one.</summary>
    public static Recipe Find(string name) => Recipes.Find(Path.Combine(AppContext.BaseDirectory, name + RecipeText.Extension));
}
