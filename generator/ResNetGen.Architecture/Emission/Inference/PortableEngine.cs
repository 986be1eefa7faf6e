using ResNetGen.Architecture.Inference;
using ResNetGen.Architecture.Networks;
using static ResNetGen.Architecture.Emission.Inference.InferenceNames;
using static ResNetGen.Architecture.Emission.Names;

namespace ResNetGen.Architecture.Emission.Inference;

/// <summary>Writes, with members of TorchSharp alone, the types that a backend made for inference brings itself.</summary>
internal sealed class PortableEngine(CodeWriter writer, IReadOnlyList<InferenceStep> steps)
{
    private readonly List<string> _activations =
        [.. steps.Where(s => s.Layer is Convolution).Select(s => s.Activation?.Function).OfType<Specs.ActivationKind>().Distinct().OrderBy(a => a).Select(a => a.ToString())];

    public void Write()
    {
        writer.Line().Line("private enum FusedActivation");
        writer.Braces(() => new[] { "None" }.Concat(_activations).ToList().ForEach(a => writer.Line(a + ",")));
        WriteConvolution();
        WriteFused();
    }

    private void WriteConvolution()
    {
        writer.Line().Lines($$"""
            // A convolution with copies of its weights, and what follows it in place.
            private sealed class FusedConvolution : {{Disposable}}
            {
                private readonly {{Tensor}} _weight;
                private readonly {{Tensor}}? _bias;
                private readonly {{Torch}}.ScalarType _type;
                private readonly long[] _stride;
                private readonly long[] _padding;
                private readonly long[] _dilation;
                private readonly long _groups;
                private readonly FusedActivation _activation;

                // Nothing is prepared for shapes: the number of them is for backends that do.
                internal FusedConvolution(
                    {{Tensor}} weight,
                    {{Tensor}}? bias,
                    (long Height, long Width) stride,
                    (long Height, long Width) padding,
                    (long Height, long Width) dilation,
                    long groups,
                    FusedActivation activation,
                    int preparedShapes,
                    bool bfloat16)
                {
                    _type = bfloat16 ? {{Torch}}.ScalarType.BFloat16 : {{Float32}};
                    _weight = Own(weight, _type);
                    _bias = bias is null ? null : Own(bias, _type);
                    _stride = new[] { stride.Height, stride.Width };
                    _padding = new[] { padding.Height, padding.Width };
                    _dilation = new[] { dilation.Height, dilation.Width };
                    _groups = groups;
                    _activation = activation;
                }

                public void Dispose()
                {
                    _weight.Dispose();
                    _bias?.Dispose();
                }

                internal {{Tensor}} Run({{Tensor}} x) => Activate(Convolve(x));

                internal {{Tensor}} Run({{Tensor}} x, {{Tensor}} addend)
                {
                    var sum = Convolve(x);
                    return Activate(InPlace(sum, sum.add_(addend)));
                }

                private {{Tensor}} Convolve({{Tensor}} x)
                {
                    using var typed = Typed(x, _type);
                    return {{Nn}}.functional.conv2d(typed, _weight, _bias, _stride, _padding, _dilation, _groups);
                }

            """);
        if (_activations.Count == 0)
        {
            writer.Indented($"private static {Tensor} Activate({Tensor} x) => x;");
        }
        else
        {
            writer.Indented($"private {Tensor} Activate({Tensor} x) => _activation switch");
            writer.Indented("{");
            foreach (var activation in _activations)
                writer.Lines($"        FusedActivation.{activation} => {activation}(x),");

            writer.Lines("        _ => x,\n    };");
        }

        writer.Line("}");
    }

    private void WriteFused()
    {
        writer.Line().Line("// What stands between convolutions. A map lies as [N, C, H, W] here; other backends have layouts of their own.");
        writer.Braces("private static class Fused", () =>
        {
            writer.Line($"internal static {Tensor} Plain({Tensor} x) => x.contiguous();");
            if (steps.Any(s => s.Layer is MaxPool { PadsWithZeros: false }))
            {
                writer.Line().Lines($$"""
                    internal static {{Tensor}} MaxPool({{Tensor}} x, long kernel, long stride, long padding, bool roundsUp) =>
                        {{Nn}}.functional.max_pool2d(x, kernel, stride, padding, 1, roundsUp);
                    """);
            }

            writer.Line().Line($"internal static {Tensor} Mean({Tensor} x) => x.mean(new long[] {{ 2, 3 }});");
            if (steps.Any(s => s.Layer is SqueezeExcitation or ChannelAttention))
            {
                writer.Line().Lines($$"""
                    internal static {{Tensor}} Scale({{Tensor}} x, {{Tensor}} gate)
                    {
                        using var column = gate.unsqueeze(2);
                        using var weights = column.unsqueeze(3);
                        return x.mul_(weights);
                    }
                    """);
            }

            writer.Line().Line($"internal static {Tensor} Add({Tensor} x, {Tensor} addend) => x.add_(addend);");
        });
    }
}
