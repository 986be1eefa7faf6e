using System.Text;

namespace ResNetGen.Training.Language;

/// <summary>The texts of the recipes that come with the library.</summary>
internal static class BuiltInRecipes
{
    /// <summary>Their names, in the order of the documentation.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["cifar10", "cifar10-split", "cifar10-110", "imagenet", "imagenet-90", "imagenet-10-crop", "imagenet-multi-scale", "synthetic", "finetune"];

    /// <summary>The path that stands for a recipe in messages; no file's of a person.</summary>
    public static string PathOf(string name) => "(built-in)/" + FileOf(name);

    /// <summary>Returns a recipe's text, or null where there is none of that name.</summary>
    public static string? Find(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
            return null;

        using var stream = typeof(BuiltInRecipes).Assembly.GetManifestResourceStream(FileOf(name))
            ?? throw new InvalidOperationException($"The recipe '{name}' is missing from the library.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string FileOf(string name) => name + RecipeText.Extension;
}
