using ResNetGen.Architecture.Text;
using ResNetGen.Training.Language;

namespace ResNetGen.Training;

/// <summary>The recipes that come with the library, and those in files.</summary>
public static class Recipes
{
    private static readonly Lazy<IReadOnlyList<Recipe>> All = new(() => [.. BuiltInRecipes.Names.Select(n => RecipeText.Read(BuiltInRecipes.Find(n)!, BuiltInRecipes.PathOf(n)))]);

    /// <summary>The recipes that come with the library.</summary>
    public static IReadOnlyList<Recipe> BuiltIn => All.Value;

    /// <summary>Returns a built-in recipe by its name, or that in a file whose name ends in <c>.recipe.yaml</c>.</summary>
    /// <exception cref="RecipeException">There is no such recipe, or it is wrong.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Recipe Find(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (BuiltIn.FirstOrDefault(r => r.Name == nameOrPath) is { } recipe)
            return recipe;

        return nameOrPath.EndsWith(RecipeText.Extension, StringComparison.OrdinalIgnoreCase)
            ? RecipeText.Read(RecipeFile.Read(nameOrPath), nameOrPath)
            : throw new RecipeException(
                $"there is no recipe '{nameOrPath}'{NearestWord.Hint(nameOrPath, BuiltInRecipes.Names)} "
                + $"(built-in are {string.Join(", ", BuiltInRecipes.Names)}; a file's name ends in {RecipeText.Extension})");
    }
}
