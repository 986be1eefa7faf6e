using ResNetGen.Architecture.Inference;
using ResNetGen.Architecture.Networks;
using static ResNetGen.Architecture.Emission.Inference.InferenceNames;
using static ResNetGen.Architecture.Emission.Names;

namespace ResNetGen.Architecture.Emission.Inference;

/// <summary>Writes the functions of a network made for inference: those that it uses.</summary>
internal sealed class InferenceHelpers(
    CodeWriter writer, Network network, BlockForms forms, IReadOnlyList<InferenceStep> steps, bool hasEngine)
{
    private readonly string _fused = OfEngine("Fused", hasEngine);

    private readonly string _convolution = OfEngine("FusedConvolution", hasEngine);

    private readonly List<Block> _blocks = [.. forms.Samples];

    public void Write()
    {
        Blocks();
        Chains();
        Maps();
        Sums();
        Norms();
        Copies();
    }

    private void Blocks()
    {
        writer.Line().Lines($$"""
            private static FusedBlock[] Blocks<TBlock>(Stage<TBlock> stage, FusedParts parts)
                where TBlock : {{Module}}
            {
                var blocks = new FusedBlock[stage.Count];
                for (var i = 0; i < blocks.Length; i++)
                    blocks[i] = Block(stage[i], parts);

                return blocks;
            }
            """);
        writer.Line();
        writer.Line($"private static FusedBlock Block({Module} block, FusedParts parts) => block switch");
        writer.Line("{");
        foreach (var form in forms.Families.SelectMany(f => f.Forms))
            writer.Indented($"{form.Name} source => new {InferenceBlockEmitter.NameOf(form)}(source, parts),");

        writer.Indented("_ => throw new global::System.ArgumentOutOfRangeException(nameof(block), block.GetType().Name, \"The network has no such block.\"),");
        writer.Line("};");
        writer.Line().Lines($$"""
            private static {{Tensor}} Run(FusedBlock[] stage, {{Tensor}} x)
            {
                foreach (var block in stage)
                    x = block.Run(x);

                return x;
            }
            """);
    }

    private void Chains()
    {
        writer.Line().Lines($$"""
            // What goes in dies where the result is made.
            private static {{Tensor}} Then({{Tensor}} x, {{_convolution}} convolution)
            {
                using (x)
                    return convolution.Run(x);
            }
            """);
        if (HasSum(isFused: true))
        {
            writer.Line().Lines($$"""
                private static {{Tensor}} Then({{Tensor}} x, {{_convolution}} convolution, {{Tensor}} addend)
                {
                    using (x)
                    using (addend)
                        return convolution.Run(x, addend);
                }
                """);
        }

        if (InferenceParts.HasParts(steps, network.Head is not null, hasEngine))
        {
            writer.Line().Lines($$"""
                private static {{Tensor}} Then({{Tensor}} x, FusedPart part)
                {
                    using (x)
                        return part.Run(x);
                }
                """);
        }
    }

    private void Maps()
    {
        writer.Line().Lines($$"""
            // What a hook sees: a map as it is handed out. Where none is written, the compiler leaves out the call with its arguments.
            private static ref {{Tensor}} Shown(ref {{Tensor}} x)
            {
                var before = x;
                x = Map(before);
                before.Dispose();
                return ref x;
            }

            // A map to hand out: [N, C, H, W] in float32.
            private static {{Tensor}} Map({{Tensor}} x)
            {
                using var plain = {{_fused}}.Plain(x);
                return Typed(plain, {{Float32}});
            }
            """);
        if (network.Stages.Any(s => InferenceBlock.OverwritesInput(s.Blocks[0])))
        {
            writer.Line().Lines($$"""
                private static {{Tensor}} Copy({{Tensor}} x)
                {
                    using var map = Map(x);
                    return map.clone();
                }
                """);
        }

        if (network.Head is { Pool: GlobalAveragePool })
        {
            writer.Line().Lines($$"""
                private static {{Tensor}} Means({{Tensor}} x)
                {
                    using (x)
                        return {{_fused}}.Mean(x);
                }
                """);
        }
    }

    private void Sums()
    {
        if (HasSum(isFused: false))
        {
            writer.Line().Lines($$"""
                private static {{Tensor}} Sum({{Tensor}} x, {{Tensor}} shortcut)
                {
                    using (shortcut)
                        return InPlace(x, {{_fused}}.Add(x, shortcut));
                }
                """);
        }

        if (_blocks.Exists(b => b.Shortcut is PaddedShortcut))
        {
            writer.Line().Lines($$"""
                private static {{Tensor}} Padded({{Tensor}} x, long stride, long before, long after)
                {
                    using (x)
                    using (var plain = {{_fused}}.Plain(x))
                        return Pad(plain, stride, before, after);
                }
                """);
        }

        if (_blocks.Exists(b => b.Shortcut is SubsampledShortcut))
        {
            writer.Line().Lines($$"""
                private static {{Tensor}} Subsampled({{Tensor}} x, long stride)
                {
                    using (x)
                    using (var plain = {{_fused}}.Plain(x))
                    using (var rows = Subsample(plain, stride))
                        return rows.contiguous();
                }
                """);
        }
    }

    private void Norms()
    {
        if (HasNorm<BatchNorm>())
        {
            writer.Line().Lines($$"""
                private static FusedStatistics Statistics({{Modules}}BatchNorm2d norm, double eps = 1E-05) =>
                    new FusedStatistics(norm.weight!, norm.bias!, norm.running_mean!, norm.running_var!, eps);
                """);
        }

        if (HasNorm<FrozenBatchNorm>())
        {
            writer.Line().Lines($$"""
                private static FusedStatistics Statistics(FrozenBatchNorm norm, double eps = 1E-05) =>
                    new FusedStatistics(norm.get_buffer("weight")!, norm.get_buffer("bias")!, norm.get_buffer("running_mean")!, norm.get_buffer("running_var")!, eps);
                """);
        }
    }

    private void Copies() => writer.Line().Lines($$"""
        private static {{Tensor}} Typed({{Tensor}} x, {{Torch}}.ScalarType type) => x.dtype == type ? x.alias() : Copy(x, type);

        private static {{Tensor}} Copy({{Tensor}} x, {{Torch}}.ScalarType type)
        {
            var copy = x.empty_like(type);
            return InPlace(copy, copy.copy_(x));
        }

        // A copy that lives as long as the network, whatever dispose scope is open.
        private static {{Tensor}} Own({{Tensor}} x, {{Torch}}.ScalarType type) => Copy(x, type).DetachFromDisposeScope();
        """);

    // Whether the last convolution of some block computes its sum, or something behind it does.
    private bool HasSum(bool isFused) => _blocks.Exists(b => b.Shortcut is not NoShortcut && InferenceBlock.Of(b).Last is not null == isFused);

    private bool HasNorm<TNorm>()
        where TNorm : Norm => steps.Any(s => s.Folded is TNorm || s.Layer is TNorm);
}
