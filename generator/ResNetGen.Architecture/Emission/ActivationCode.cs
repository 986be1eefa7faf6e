using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Emission;

/// <summary>The C# of activations.</summary>
internal static class ActivationCode
{
    /// <summary>The helpers' names.</summary>
    public static readonly string[] Helpers = ["Relu", "Relu6", "LeakyRelu", "Elu", "Silu", "Gelu", "Hardswish"];

    /// <summary>The activation of a tensor that nobody else needs.</summary>
    public static string OfOwned(Activation activation, string tensor) => $"{Helper(activation.Function)}({tensor})";

    /// <summary>The activation of a tensor that lives on.</summary>
    public static string OfBorrowed(Activation activation, string tensor) => Expression(activation.Function, tensor);

    /// <summary>Writes the helper of <paramref name="function"/>.</summary>
    public static void Write(CodeWriter writer, ActivationKind function)
    {
        if (function == ActivationKind.Relu)
        {
            writer.Line($"private static {Names.Tensor} Relu({Names.Tensor} x) => InPlace(x, x.relu_());");
            return;
        }

        writer.Braces($"private static {Names.Tensor} {Helper(function)}({Names.Tensor} x)", () => writer
            .Line("using (x)")
            .Indented($"return {Expression(function, "x")};"));
    }

    private static string Helper(ActivationKind function) => Helpers[(int)function];

    private static string Expression(ActivationKind function, string tensor) => function switch
    {
        ActivationKind.Relu6 => $"{Names.Nn}.functional.relu6({tensor})",
        ActivationKind.LeakyRelu => $"{Names.Nn}.functional.leaky_relu({tensor}, 0.01)",
        ActivationKind.Elu => $"{Names.Nn}.functional.elu({tensor}, 1.0)",
        ActivationKind.Silu => $"{tensor}.silu()",
        ActivationKind.Gelu => $"{tensor}.gelu()",
        ActivationKind.Hardswish => $"{Names.Nn}.functional.hardswish({tensor})",
        _ => $"{tensor}.relu()",
    };
}
