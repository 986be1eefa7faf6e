using ResNetGen.Architecture.Inference;
using ResNetGen.Architecture.Networks;
using static ResNetGen.Architecture.Emission.Inference.InferenceNames;
using static ResNetGen.Architecture.Emission.Names;

namespace ResNetGen.Architecture.Emission.Inference;

/// <summary>Writes the small classes that a network made for inference is made of: those that it uses.</summary>
internal sealed class InferenceParts(CodeWriter writer, IReadOnlyList<InferenceStep> steps, bool hasHead, bool hasEngine)
{
    private readonly string _fused = OfEngine("Fused", hasEngine);

    private readonly List<InferenceStep> _steps = [.. steps];

    /// <summary>Every step of a network, those of blocks once for each form.</summary>
    public static IReadOnlyList<InferenceStep> StepsOf(Network network, BlockForms forms) =>
    [
        .. InferenceStep.Of(network.Stem.Body),
        .. InferenceStep.Of(network.Stem.Pool),
        .. forms.Samples.SelectMany(b => InferenceBlock.Of(b).Steps.Concat(InferenceStep.Of(b.Shortcut.Layers))),
        .. InferenceStep.Of(network.Final),
        .. InferenceStep.Of(network.Head is { Pool: AveragePool pool } ? [pool] : []),
    ];

    /// <summary>Whether there are other parts than convolutions.</summary>
    public static bool HasParts(IEnumerable<InferenceStep> steps, bool hasHead, bool hasEngine) =>
        hasHead || steps.Any(s => s.Layer is not Activation && !IsConvolved(s.Layer, hasEngine));

    public void Write()
    {
        new FusedPartsEmitter(writer, _steps, hasEngine).Write();
        writer.Line().Lines($$"""
            // A block: it disposes what it runs on.
            private abstract class FusedBlock
            {
                internal abstract {{Tensor}} Run({{Tensor}} x);
            }
            """);
        if (_steps.Exists(s => s.Folded is not null || s.Layer is BatchNorm or FrozenBatchNorm))
        {
            writer.Line().Lines($$"""
                // A batch norm in evaluation mode; its tensors belong to the network that was trained.
                private readonly record struct FusedStatistics({{Tensor}} Weight, {{Tensor}} Bias, {{Tensor}} Mean, {{Tensor}} Variance, double Eps);
                """);
        }

        if (HasParts(_steps, hasHead, hasEngine))
            Parts();

        if (!hasEngine)
            new PortableEngine(writer, _steps).Write();
    }

    private void Parts()
    {
        writer.Line().Lines($$"""
            // What is no convolution: it leaves what it runs on to the caller.
            private abstract class FusedPart : {{Disposable}}
            {
                public abstract void Dispose();

                internal abstract {{Tensor}} Run({{Tensor}} x);
            }
            """);
        if (!hasEngine && _steps.Exists(s => s.Layer is BatchNorm or FrozenBatchNorm))
            WriteNorm();
        if (_steps.Exists(s => s.Layer is GroupNorm))
            WriteGroupNorm();
        if (_steps.Exists(s => s.Layer is MaxPool { PadsWithZeros: false }))
            WriteMaxPool();
        if (_steps.Exists(s => s.Layer is MaxPool { PadsWithZeros: true } or AveragePool or SameAveragePool or BlurPool))
            WritePool();
        var hasExcitation = _steps.Exists(s => s.Layer is SqueezeExcitation);
        if (hasHead || hasExcitation)
            WriteLinear();
        if (hasExcitation || _steps.Exists(s => s.Layer is ChannelAttention))
            Gates(hasExcitation);
    }

    private void WriteNorm() => writer.Line().Lines($$"""
        // A batch norm before a convolution, which cannot become part of it.
        private sealed class FusedNorm : FusedPart
        {
            private readonly {{Tensor}} _weight;
            private readonly {{Tensor}} _bias;
            private readonly {{Tensor}} _mean;
            private readonly {{Tensor}} _variance;
            private readonly double _eps;

            internal FusedNorm(FusedStatistics norm)
            {
                _weight = Own(norm.Weight, {{Float32}});
                _bias = Own(norm.Bias, {{Float32}});
                _mean = Own(norm.Mean, {{Float32}});
                _variance = Own(norm.Variance, {{Float32}});
                _eps = norm.Eps;
            }

            public override void Dispose()
            {
                _weight.Dispose();
                _bias.Dispose();
                _mean.Dispose();
                _variance.Dispose();
            }

            internal override {{Tensor}} Run({{Tensor}} x)
            {
                using var plain = {{_fused}}.Plain(x);
                return {{Nn}}.functional.batch_norm(plain, _mean, _variance, _weight, _bias, false, 0.0, _eps);
            }
        }
        """);

    private void WriteGroupNorm() => writer.Line().Lines($$"""
        // A group norm, whose statistics are those of each picture.
        private sealed class FusedGroupNorm : FusedPart
        {
            private readonly {{Tensor}} _weight;
            private readonly {{Tensor}} _bias;
            private readonly long _groups;
            private readonly double _eps;

            internal FusedGroupNorm({{Modules}}GroupNorm source, long groups, double eps = 1E-05)
            {
                _weight = Own(source.weight!, {{Float32}});
                _bias = Own(source.bias!, {{Float32}});
                _groups = groups;
                _eps = eps;
            }

            public override void Dispose()
            {
                _weight.Dispose();
                _bias.Dispose();
            }

            internal override {{Tensor}} Run({{Tensor}} x)
            {
                using var map = Map(x);
                using var normed = {{Nn}}.functional.group_norm(map, _groups, _weight, _bias, _eps);
                return Typed(normed, x.dtype);
            }
        }
        """);

    private void WriteMaxPool() => writer.Line().Lines($$"""
        private sealed class FusedMaxPool : FusedPart
        {
            private readonly long _kernel;
            private readonly long _stride;
            private readonly long _padding;
            private readonly bool _roundsUp;

            internal FusedMaxPool(long kernel, long stride, long padding, bool roundsUp = false)
            {
                _kernel = kernel;
                _stride = stride;
                _padding = padding;
                _roundsUp = roundsUp;
            }

            public override void Dispose()
            {
            }

            internal override {{Tensor}} Run({{Tensor}} x) => {{_fused}}.MaxPool(x, _kernel, _stride, _padding, _roundsUp);
        }
        """);

    private void WritePool() => writer.Line().Lines($$"""
        // Any other pool: a module without weights. Not every library has them all in bfloat16.
        private sealed class FusedPool : FusedPart
        {
            private readonly {{Module}} _pool;

            internal FusedPool({{Module}} pool)
            {
                _pool = pool;
            }

            public override void Dispose() => _pool.Dispose();

            internal override {{Tensor}} Run({{Tensor}} x)
            {
                using var map = Map(x);
                using var pooled = _pool.call(map);
                return Typed(pooled, x.dtype);
            }
        }
        """);

    private void WriteLinear() => writer.Line().Lines($$"""
        // A linear layer, or a 1x1 convolution of one pixel: [N, C] to [N, out], always in float32.
        private sealed class FusedLinear : FusedPart
        {
            private readonly {{Tensor}} _weight;
            private readonly {{Tensor}}? _bias;

            internal FusedLinear({{Tensor}} weight, {{Tensor}}? bias)
            {
                using var flat = weight.flatten(1);
                _weight = Own(flat, {{Float32}});
                _bias = bias is null ? null : Own(bias, {{Float32}});
            }

            public override void Dispose()
            {
                _weight.Dispose();
                _bias?.Dispose();
            }

            internal override {{Tensor}} Run({{Tensor}} x)
            {
                using var typed = Typed(x, {{Float32}});
                return {{Nn}}.functional.linear(typed, _weight, _bias);
            }
        }
        """);

    private void Gates(bool hasExcitation)
    {
        writer.Line().Lines($$"""
            // Weighs each channel, in place, by what Weigh makes of all channels' means.
            private abstract class FusedGate : FusedPart
            {
                internal override {{Tensor}} Run({{Tensor}} x)
                {
                    using var means = {{_fused}}.Mean(x);
                    using var typed = Typed(means, {{Float32}});
                    using var weights = Weigh(typed);
                    using var gate = Typed(weights, x.dtype);
                    var result = {{_fused}}.Scale(x, gate);
                    return ReferenceEquals(result, x) ? x.alias() : result;
                }

                private protected abstract {{Tensor}} Weigh({{Tensor}} means);
            }
            """);
        if (hasExcitation)
        {
            writer.Line().Lines($$"""
                private sealed class FusedSqueezeExcitation : FusedGate
                {
                    private readonly FusedLinear _fc1;
                    private readonly FusedLinear _fc2;

                    internal FusedSqueezeExcitation(SqueezeExcitation source)
                    {
                        _fc1 = new FusedLinear(source.Fc1.weight!, source.Fc1.bias);
                        _fc2 = new FusedLinear(source.Fc2.weight!, source.Fc2.bias);
                    }

                    public override void Dispose()
                    {
                        _fc1.Dispose();
                        _fc2.Dispose();
                    }

                    private protected override {{Tensor}} Weigh({{Tensor}} means)
                    {
                        using var hidden = Relu(_fc1.Run(means));
                        var scores = _fc2.Run(hidden);
                        return InPlace(scores, scores.sigmoid_());
                    }
                }
                """);
        }

        if (_steps.Exists(s => s.Layer is ChannelAttention))
        {
            writer.Line().Lines($$"""
                private sealed class FusedChannelAttention : FusedGate
                {
                    private readonly {{Tensor}} _weight;
                    private readonly long _padding;

                    internal FusedChannelAttention(ChannelAttention source)
                    {
                        _weight = Own(source.Conv.weight!, {{Float32}});
                        _padding = (_weight.shape[2] - 1) / 2;
                    }

                    public override void Dispose() => _weight.Dispose();

                    private protected override {{Tensor}} Weigh({{Tensor}} means)
                    {
                        using var row = means.unsqueeze(1);
                        using var mixed = {{Nn}}.functional.conv1d(row, _weight, null, 1, _padding);
                        var scores = mixed.flatten(1);
                        return InPlace(scores, scores.sigmoid_());
                    }
                }
                """);
        }
    }
}
