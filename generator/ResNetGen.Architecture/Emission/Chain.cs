using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes layers that run one behind the other, each result disposed where the next is made.</summary>
internal static class Chain
{
    /// <summary>Writes statements that run <paramref name="layers"/> on <paramref name="input"/> and return the last result.</summary>
    public static void Write(CodeWriter writer, IReadOnlyList<Layer> layers, string input, Func<Layer, string>? member = null)
    {
        var steps = Steps(layers, input, member ?? (layer => Names.Member(layer.Key)));
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            if (i == steps.Count - 1)
                writer.Line($"return {step};");
            else
                writer.Line($"{(i == 0 ? "var " : "")}x = {step};");
        }
    }

    // One step per convolution: what follows it up to the next one belongs to it.
    private static List<string> Steps(IReadOnlyList<Layer> layers, string input, Func<Layer, string> member)
    {
        var steps = new List<string>();
        string? current = null;
        foreach (var layer in layers)
        {
            if (layer is Convolution && current is not null)
            {
                steps.Add(current);
                current = null;
            }

            current = (layer, current, steps.Count) switch
            {
                (Relu, null, _) => throw new ArgumentException("an activation needs something before it", nameof(layers)),
                (Relu, _, _) => $"Relu({current})",
                (_, null, 0) => $"{member(layer)}.call({input})",
                (_, null, _) => $"Then(x, {member(layer)})",
                _ => $"Then({current}, {member(layer)})",
            };
        }

        steps.Add(current!);
        return steps;
    }
}
