using ResNetGen.Architecture.Inference;
using ResNetGen.Architecture.Networks;
using static ResNetGen.Architecture.Emission.Inference.InferenceNames;
using static ResNetGen.Architecture.Emission.Names;

namespace ResNetGen.Architecture.Emission.Inference;

/// <summary>Writes the class that makes the parts of a network made for inference out of trained layers, and frees them together.</summary>
internal sealed class FusedPartsEmitter(CodeWriter writer, List<InferenceStep> steps, bool hasEngine)
{
    // What a norm multiplies each channel by.
    private const string Factor = $$"""
            using var variance = Copy(norm.Variance, {{Float64}});
            using var positive = variance.add(norm.Eps);
            using var deviation = positive.sqrt();
            using var scale = Copy(norm.Weight, {{Float64}});
            using var factor = scale.div(deviation);
        """;

    private readonly string _convolution = OfEngine("FusedConvolution", hasEngine);

    private readonly string _activation = OfEngine("FusedActivation", hasEngine);

    /// <summary>Writes the class.</summary>
    public void Write()
    {
        writer.Line().Line("// Makes the parts, and frees them together.");
        writer.Braces($"private sealed class FusedParts : {Disposable}", () =>
        {
            writer.Lines($$"""
                private readonly {{Options}} _options;
                private readonly global::System.Collections.Generic.List<{{Disposable}}> _parts = new();

                internal FusedParts({{Options}} options)
                {
                    _options = options;
                }

                internal TPart Add<TPart>(TPart part)
                    where TPart : {{Disposable}}
                {
                    _parts.Add(part);
                    return part;
                }
                """);
            if (steps.Exists(s => s is { Layer: Convolution, Folded: null }))
            {
                writer.Line().Lines($$"""
                    internal {{_convolution}} Convolution(
                        {{Modules}}Conv2d source, {{_activation}} activation, long stride = 1, long padding = 0, long dilation = 1, long groups = 1)
                    {
                        var part = Convolution(source.weight!, source.bias, activation, stride, padding, dilation, groups);
                        Release(source);
                        return part;
                    }
                    """);
            }

            if (steps.Exists(s => s.Folded is not null))
                Folding();
            if (hasEngine && steps.Exists(s => s.Layer is BatchNorm or FrozenBatchNorm))
                Norm();

            writer.Line().Lines($$"""
                public void Dispose()
                {
                    foreach (var part in _parts)
                        part.Dispose();
                }

                private {{_convolution}} Convolution(
                    {{Tensor}} weight, {{Tensor}}? bias, {{_activation}} activation, long stride, long padding, long dilation, long groups) =>
                    Add(new {{_convolution}}(
                        weight,
                        bias,
                        (stride, stride),
                        (padding, padding),
                        (dilation, dilation),
                        groups,
                        activation,
                        _options.PreparedShapes,
                        _options.Precision == global::ResNetGen.InferencePrecision.BFloat16));

                // What has been copied need not stay until all has been.
                private void Release({{Modules}}Conv2d source)
                {
                    if (_options.DisposesNetwork)
                        source.Dispose();
                }
                """);
        });
    }

    private void Folding()
    {
        var hasBias = steps.Exists(s => s is { Layer: Convolution { HasBias: true }, Folded: not null });
        writer.Line().Lines($$"""
            // A convolution and the norm behind it as one: norm(w x + b) = (f w) x + (bias - f (mean - b)) with f = weight / sqrt(variance + eps).
            // In float64, and rounded once, when the convolution takes it.
            internal {{_convolution}} Convolution(
                {{Modules}}Conv2d source, FusedStatistics norm, {{_activation}} activation, long stride = 1, long padding = 0, long dilation = 1, long groups = 1)
            {
            {{Factor}}
                using var column = factor.reshape(new long[] { -1, 1, 1, 1 });
                var copy = Copy(source.weight!, {{Float64}});
                using var kernel = InPlace(copy, copy.mul_(column));
                using var mean = Copy(norm.Mean, {{Float64}});
            """);
        if (hasBias)
        {
            writer.Lines($$"""
                    using var own = source.bias is { } given ? Copy(given, {{Float64}}) : null;
                    using var distance = own is null ? mean.alias() : mean.sub(own);
                    using var moved = distance.mul(factor);
                """);
        }
        else
        {
            writer.Indented("using var moved = mean.mul(factor);");
        }

        writer.Lines($$"""
                using var shift = Copy(norm.Bias, {{Float64}});
                using var bias = shift.sub(moved);
                Release(source);
                return Convolution(kernel, bias, activation, stride, padding, dilation, groups);
            }
            """);
    }

    private void Norm() => writer.Line().Lines($$"""
        // A batch norm before a convolution: one of 1x1 that keeps the channels apart, in whatever layout its input has.
        internal {{_convolution}} Norm(FusedStatistics norm, {{_activation}} activation)
        {
        {{Factor}}
            using var column = factor.reshape(new long[] { -1, 1, 1, 1 });
            using var mean = Copy(norm.Mean, {{Float64}});
            using var moved = mean.mul(factor);
            using var shift = Copy(norm.Bias, {{Float64}});
            using var bias = shift.sub(moved);
            return Convolution(column, bias, activation, 1, 0, 1, column.shape[0]);
        }
        """);
}
