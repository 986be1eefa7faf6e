using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes layers that run one behind the other, each result disposed where the next is made.</summary>
internal static class Chain
{
    /// <summary>Writes a method that runs <paramref name="layers"/> on <paramref name="input"/> and returns the last result.</summary>
    /// <param name="writer">Takes the method.</param>
    /// <param name="head">The method's head.</param>
    /// <param name="layers">What runs.</param>
    /// <param name="input">The parameter that holds the input; <c>x</c> where it is owned.</param>
    /// <param name="isOwned">Whether the input is disposed, too.</param>
    /// <param name="member">The member that holds a layer's module.</param>
    public static void Method(
        CodeWriter writer, string head, IReadOnlyList<Layer> layers, string input, bool isOwned = false, Func<Layer, string>? member = null)
    {
        Method(writer, head, Steps(layers, input, isOwned, member ?? (layer => Names.Member(layer.Key))), isOwned);
    }

    /// <summary>Writes a method that computes <paramref name="steps"/>, each from the <c>x</c> before it, and returns the last.</summary>
    /// <param name="writer">Takes the method.</param>
    /// <param name="head">The method's head.</param>
    /// <param name="steps">The expressions.</param>
    /// <param name="isOwned">Whether <c>x</c> is the parameter.</param>
    public static void Method(CodeWriter writer, string head, IReadOnlyList<string> steps, bool isOwned)
    {
        if (steps.Count == 1)
        {
            writer.Line($"{head} => {steps[0]};");
            return;
        }

        writer.Braces(head, () =>
        {
            for (var i = 0; i < steps.Count; i++)
            {
                if (i == steps.Count - 1)
                    writer.Line($"return {steps[i]};");
                else
                    writer.Line($"{(i == 0 && !isOwned ? "var " : "")}x = {steps[i]};");
            }
        });
    }

    // One step per convolution: what follows it up to the next one belongs to it.
    private static List<string> Steps(IReadOnlyList<Layer> layers, string input, bool isOwned, Func<Layer, string> member)
    {
        var steps = new List<string>();
        string? current = null;
        foreach (var layer in layers)
        {
            if (layer is Convolution or LayerChain && current is not null)
            {
                steps.Add(current);
                current = null;
            }

            var isFirst = steps.Count == 0 && current is null;
            var before = current ?? (isFirst ? input : "x");
            current = layer is Activation activation
                ? isFirst && !isOwned ? ActivationCode.OfBorrowed(activation, before) : ActivationCode.OfOwned(activation, before)
                : isFirst && !isOwned ? $"{member(layer)}.call({before})" : $"Then({before}, {member(layer)})";
        }

        steps.Add(current!);
        return steps;
    }
}
