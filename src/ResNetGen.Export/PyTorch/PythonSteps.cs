using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.PyTorch;

/// <summary>Writes layers that run one behind the other.</summary>
internal static class PythonSteps
{
    /// <summary>Writes a method of <c>x</c> that runs <paramref name="layers"/> and returns the last result.</summary>
    public static void Method(PythonWriter writer, string name, string text, IReadOnlyList<Layer> layers, Func<Layer, string> member) =>
        writer.Function(name, ["self", "x: Tensor"], "Tensor", () =>
        {
            writer.Docstring(text);
            Return(writer, layers, member);
        });

    /// <summary>Writes the statements that run <paramref name="layers"/> on <c>x</c>, which lives on, and return the last result.</summary>
    public static void Return(PythonWriter writer, IReadOnlyList<Layer> layers, Func<Layer, string> member)
    {
        var steps = Of(layers, isOwned: false, member);
        for (var i = 0; i < steps.Count; i++)
            writer.Line((i == steps.Count - 1 ? "return " : "x = ") + steps[i]);
    }

    /// <summary>Returns what is assigned to <c>x</c>, one after the other: a convolution, with what follows it up to the next one.</summary>
    public static List<string> Of(IEnumerable<Layer> layers, bool isOwned, Func<Layer, string> member)
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
            current = layer is Activation activation
                ? PythonLayers.Activate(activation.Function, current ?? "x", isOwned || !isFirst)
                : $"self.{member(layer)}({current ?? "x"})";
        }

        if (current is not null)
            steps.Add(current);

        return steps;
    }
}
