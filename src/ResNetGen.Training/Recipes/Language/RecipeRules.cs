using ResNetGen.Architecture.Diagnostics;

namespace ResNetGen.Training.Language;

/// <summary>Mistakes that recipes make and specs do not. They have no ids: those are the compiler's, and no compiler reads recipes.</summary>
internal static class RecipeRules
{
    public static readonly Rule NoSuchRecipe = new("", "The extended recipe is not there", "there is no built-in recipe '{0}'{1}");

    public static readonly Rule CannotBeRead = new("", "The extended recipe cannot be read", "the recipe '{0}' that this one extends cannot be read: {1}");

    public static readonly Rule ExtendsItself = new("", "A recipe extends itself", "the recipe extends itself: {0}");

    public static readonly Rule ChainTooLong = new("", "Too many recipes stand on each other", "more than {0} recipes extend each other in a row");

    /// <summary>The message of a finding, in words of recipes where the rule speaks of specs.</summary>
    public static string MessageOf(Finding finding)
    {
        var rule = finding.Rule;
        if (rule == Rules.EmptySpec)
            return "the recipe is empty: it needs at least 'length' and 'learning_rate', or 'extends'";
        if (rule == Rules.RefusedYaml)
            return finding.Arguments[0] + " in recipes: write the value out";
        if (rule == Rules.TooLargeText)
            return finding.Message.Replace("a spec may have", "a recipe may have", StringComparison.Ordinal);
        if (rule == Rules.WrongType && finding.Arguments[0] == "a mapping of the spec's keys")
            return $"expected a mapping of a recipe's keys, found {finding.Arguments[1]}";

        return finding.Message;
    }
}
