using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Schema;

namespace ResNetGen.Training.Language;

/// <summary>The JSON schema (draft 7) of recipes, made from the description that reading uses.</summary>
internal static class RecipeSchema
{
    /// <summary>Returns the schema.</summary>
    public static string Write()
    {
        var shared = new SharedKeys(RecipeKeys.Recipe);
        var schema = new JsonObject()
            .Add("$schema", "http://json-schema.org/draft-07/schema#")
            .Add("title", "A recipe")
            .Add("description", "Everything that decides what a training run learns.");
        // What a recipe extends may say the required keys in its place.
        foreach (var entry in RecipeKeys.Recipe.ToSchema(shared).Entries.Where(e => e.Key != "required"))
            schema.Add(entry.Key, entry.Value);

        return JsonText.Write(schema
            .Add("anyOf", new[] { Says(RecipeKeys.Length, RecipeKeys.LearningRate), Says(RecipeKeys.Extends) })
            .Add("definitions", shared.Definitions()));
    }

    private static JsonObject Says(params Key[] keys) => new JsonObject().Add("required", keys.Select(k => (object)k.Name).ToList());
}
