using ResNetGen.Architecture;
using ResNetGen.Architecture.Specs;
using ResNetGen.Tool.Verbs.Runs;
using ResNetGen.Training;

namespace ResNetGen.Tool.Runs;

/// <summary>What the command line says of a recipe: which, and what differs from it.</summary>
/// <param name="Name">A built-in recipe or a file; null for the usual one.</param>
/// <param name="Iterations">The length in steps; null for the recipe's.</param>
/// <param name="Epochs">The length in epochs; null for the recipe's.</param>
/// <param name="BatchSize">Pictures per step; null for the recipe's.</param>
/// <param name="Seed">The seed; null for the recipe's.</param>
/// <param name="IsBFloat16">Whether the arithmetic is bfloat16's, whatever the recipe says.</param>
/// <param name="ChannelsLast">Whether memory is [N, H, W, C], whatever the recipe says.</param>
internal sealed record RecipeChoice(string? Name, long? Iterations, long? Epochs, int? BatchSize, long? Seed, bool IsBFloat16, bool ChannelsLast)
{
    private const string SpecExtension = SpecDocument.Extension;

    /// <summary>Returns the recipe for a network.</summary>
    /// <param name="said">The spec, as it was asked for.</param>
    /// <param name="spec">The network.</param>
    /// <param name="data">What <c>--data</c> says.</param>
    /// <exception cref="RecipeException">There is no such recipe, or it is wrong.</exception>
    public Recipe For(string said, CompiledSpec spec, string data)
    {
        var recipe = Recipes.Find(Name ?? Usual(said, spec, data));
        var changed = recipe with
        {
            Length = Iterations is { } steps ? TrainingLength.Iterations(steps) : Epochs is { } epochs ? TrainingLength.Epochs(epochs) : recipe.Length,
            BatchSize = BatchSize ?? recipe.BatchSize,
            Seed = (ulong?)Seed ?? recipe.Seed,
            Precision = IsBFloat16 ? Precision.BFloat16 : recipe.Precision,
            ChannelsLast = ChannelsLast || recipe.ChannelsLast,
        };
        RecipeText.Check(changed);
        return changed;
    }

    /// <summary>The recipe that lies beside a spec file, or else the one for such pictures.</summary>
    public static string Usual(string said, CompiledSpec spec, string data)
    {
        if (said.EndsWith(SpecExtension, StringComparison.OrdinalIgnoreCase) && said[..^SpecExtension.Length] + RecipeText.Extension is var beside && File.Exists(beside))
            return beside;

        return data.StartsWith(RunOptions.Synthetic, StringComparison.Ordinal) ? "synthetic" : spec.Analysis.Input.Height <= 64 ? "cifar10" : "imagenet";
    }
}
