using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Training.Language;

/// <summary>Follows <c>extends</c> from recipe to recipe.</summary>
internal static class RecipeChain
{
    /// <summary>Returns a recipe's values, laid over those that it extends, and so on down; null after a finding.</summary>
    /// <param name="path">Where the text comes from.</param>
    /// <param name="text">The recipe's text.</param>
    /// <param name="findings">Takes what is wrong.</param>
    public static SpecMapping? Merge(string path, string text, Findings findings)
    {
        var visited = new List<string>();
        SpecMapping? merged = null;
        while (true)
        {
            // What is read twice is one error: the findings of a text are a set.
            var own = new Findings();
            var values = YamlSpecReader.Read(path, text, own);
            findings.AddRange(own.ToArray());
            if (values is null || own.HasErrors)
                return null;

            visited.Add(SpecPath.Normalize(path));
            merged = merged is null ? values : Lay(merged, WithoutOwn(values));
            if (values.Find(RecipeKeys.Extends.Name) is not { } extends)
                return merged;

            if (extends is not SpecScalar { IsEmpty: false } name)
            {
                findings.Add(Rules.WrongType, extends.Site, RecipeKeys.Extends.Holds.Expected, extends.Kind);
                return null;
            }

            if (Next(path, name, findings) is not { } next)
                return null;

            if (visited.Contains(SpecPath.Normalize(next.Path)))
            {
                findings.Add(RecipeRules.ExtendsItself, name.Site, string.Join(" -> ", visited.Append(next.Path).Select(Path.GetFileName)));
                return null;
            }

            if (visited.Count == SpecChain.MaximumLength)
            {
                findings.Add(RecipeRules.ChainTooLong, name.Site, SpecChain.MaximumLength);
                return null;
            }

            (path, text) = next;
        }
    }

    private static (string Path, string Text)? Next(string path, SpecScalar name, Findings findings)
    {
        if (BuiltInRecipes.Find(name.Text) is { } text)
            return (BuiltInRecipes.PathOf(name.Text), text);

        if (!name.Text.EndsWith(RecipeText.Extension, StringComparison.OrdinalIgnoreCase))
        {
            findings.Add(RecipeRules.NoSuchRecipe, name.Site, name.Shown, NearestWord.Hint(name.Text, BuiltInRecipes.Names));
            return null;
        }

        var file = SpecPath.Resolve(path, name.Text);
        try
        {
            return (file, RecipeFile.Read(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            findings.Add(RecipeRules.CannotBeRead, name.Site, name.Shown, RecipeFile.Reason(e));
            return null;
        }
    }

    private static SpecMapping Lay(SpecMapping upper, SpecMapping lower)
    {
        // What one schedule says means nothing to another, and a warm-up ends in one way.
        if (At(upper, RecipeKeys.LearningRate, LearningRateKeys.Schedule) is { } schedule
            && KindOf(schedule) is { } kind && KindOf(At(lower, RecipeKeys.LearningRate, LearningRateKeys.Schedule)) != kind)
        {
            lower = Without(lower, [RecipeKeys.LearningRate.Name, LearningRateKeys.Schedule.Name]);
        }

        if (At(upper, RecipeKeys.LearningRate, LearningRateKeys.Warmup) is SpecMapping warmup)
        {
            if (warmup.Find(LearningRateKeys.For.Name) is not null)
                lower = Without(lower, [RecipeKeys.LearningRate.Name, LearningRateKeys.Warmup.Name, LearningRateKeys.UntilErrorBelow.Name]);
            if (warmup.Find(LearningRateKeys.UntilErrorBelow.Name) is not null)
                lower = Without(lower, [RecipeKeys.LearningRate.Name, LearningRateKeys.Warmup.Name, LearningRateKeys.For.Name]);
        }

        return Overlay.Merge(upper, lower, RecipeKeys.Recipe);
    }

    private static SpecValue? At(SpecMapping mapping, Key outer, Key inner) => (mapping.Find(outer.Name) as SpecMapping)?.Find(inner.Name);

    private static string? KindOf(SpecValue? schedule) => schedule switch
    {
        SpecScalar word => word.Text,
        SpecMapping mapping => (mapping.Find(LearningRateKeys.Kind.Name) as SpecScalar)?.Text,
        _ => null,
    };

    // A variant is not its base: it neither has the base's name nor stands where the base stands.
    private static SpecMapping WithoutOwn(SpecMapping values) => Without(Without(values, [RecipeKeys.Name.Name]), [RecipeKeys.Extends.Name]);

    private static SpecMapping Without(SpecMapping mapping, ReadOnlySpan<string> path)
    {
        var entries = new List<SpecEntry>();
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text != path[0])
                entries.Add(entry);
            else if (path.Length > 1)
                entries.Add(entry.Value is SpecMapping inner ? entry with { Value = Without(inner, path[1..]) } : entry);
        }

        return mapping with { Entries = entries.ToEquatableArray() };
    }
}
