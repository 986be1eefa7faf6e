using System.Globalization;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Yaml;
using ResNetGen.Training.Language;

namespace ResNetGen.Training;

/// <summary>Recipes as YAML.</summary>
public static class RecipeText
{
    /// <summary>The ending of every recipe file's name.</summary>
    public const string Extension = ".recipe.yaml";

    /// <summary>The JSON schema (draft 7) of recipe files, for editors.</summary>
    public static string Schema => RecipeSchema.Write();

    /// <summary>Writes a recipe, all of it: what no one said is written out, too, and nothing refers to another file.</summary>
    /// <returns>YAML that <see cref="Read"/> reads as an equal recipe; lines end in LF.</returns>
    /// <exception cref="RecipeException">The recipe is wrong; see <see cref="Check"/>.</exception>
    public static string Write(Recipe recipe)
    {
        Check(recipe);
        return YamlSpecWriter.Write(RecipeValues.Of(recipe), RecipeKeys.Recipe);
    }

    /// <summary>Reads a recipe.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="path">The file that it comes from: for messages, for the name where the recipe gives none, and for <c>extends</c>, which is relative to it.</param>
    /// <exception cref="RecipeException">The recipe is wrong.</exception>
    public static Recipe Read(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        var findings = new Findings();
        var recipe = RecipeChain.Merge(path, text, findings) is { } values ? RecipeReader.Read(values, NameOf(path), path, findings) : null;
        return recipe ?? throw new RecipeException([.. findings.ToArray().Select(Located)]);
    }

    /// <summary>Finds what is wrong with a recipe that was made in C#, by the rules of the files.</summary>
    /// <exception cref="RecipeException">Something is.</exception>
    public static void Check(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var findings = new Findings();
        if (RecipeReader.Read(RecipeValues.Of(recipe), recipe.Name, path: "", findings) is null)
            throw new RecipeException([.. findings.ToArray().Select(f => $"recipe '{recipe.Name}': {f.Site.Path}: {RecipeRules.MessageOf(f)}")]);
    }

    private static string NameOf(string path)
    {
        var name = Path.GetFileName(path);
        name = name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? name[..^Extension.Length] : Path.GetFileNameWithoutExtension(name);
        var valid = new string([.. name.Select(c => NameShape.IsValid("x" + c) ? c : '_').Take(99)]);
        return NameShape.IsValid(valid) ? valid : "_" + valid;
    }

    private static string Located(Finding finding) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Site.Path}({finding.Site.StartLine + 1},{finding.Site.StartColumn + 1}): error: {RecipeRules.MessageOf(finding)}");
}
