using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the few functions that every block shares: those that the network uses.</summary>
internal sealed class HelperEmitter(CodeWriter writer, Network network)
{
    private readonly List<Layer> _layers = [.. NetworkLayers.All(network)];

    private readonly List<Shortcut> _shortcuts = [.. network.Stages.SelectMany(s => s.Blocks).Distinct().Select(b => b.Shortcut)];

    public void Write()
    {
        writer.Line("// Runs a module and disposes what went in: no intermediate outlives its last use.");
        writer.Braces($"private static {Names.Tensor} Then({Names.Tensor} x, {Names.Module} module)", () => writer
            .Line("using (x)")
            .Indented("return module.call(x);"));
        writer.Line();
        if (network.Head is not null)
        {
            writer.Braces($"private static {Names.Tensor} Flatten({Names.Tensor} x)", () => writer
                .Line("using (x)")
                .Indented("return x.flatten(1);"));
            writer.Line();
        }

        if (ForwardEmitter.ClassifiesFlattened(network))
        {
            writer.Line("// [N, C] as [N, C, 1, 1].");
            writer.Braces($"private static {Names.Tensor} Pixel({Names.Tensor} x)", () => writer
                .Line("using (x)")
                .Indented("return x.view(new long[] { x.shape[0], x.shape[1], 1, 1 });"));
            writer.Line();
        }

        foreach (var function in Functions().Distinct().OrderBy(f => f))
        {
            ActivationCode.Write(writer, function);
            writer.Line();
        }

        if (!_shortcuts.TrueForAll(s => s is NoShortcut))
            writer.Line($"private static {Names.Tensor} Add({Names.Tensor} x, {Names.Tensor} shortcut) => InPlace(x, x.add_(shortcut));").Line();
        if (_shortcuts.Exists(s => s is PaddedShortcut or SubsampledShortcut))
            Subsample();
        if (_shortcuts.Exists(s => s is PaddedShortcut))
            Pad();
        if (network.Training.StochasticDepth > 0)
            Drop();

        writer.Line("// Up to TorchSharp 0.100.5 an in-place operation returns a second handle, since then the tensor itself: keep one.");
        writer.Braces($"private static {Names.Tensor} InPlace({Names.Tensor} before, {Names.Tensor} after)", () => writer
            .Line("if (!ReferenceEquals(before, after))")
            .Indented("before.Dispose();")
            .Line()
            .Line("return after;"));
    }

    // Squeeze-excitation has a ReLU whatever the network's activation is.
    private IEnumerable<ActivationKind> Functions() => _layers.OfType<Activation>().Select(a => a.Function)
        .Concat(_layers.OfType<SqueezeExcitation>().Select(_ => ActivationKind.Relu));

    private void Subsample()
    {
        writer.Line("// Every stride-th row and column: what a 1x1 max pool gives.");
        writer.Braces($"private static {Names.Tensor} Subsample({Names.Tensor} x, long stride)", () => writer
            .Line("using var rows = x.slice(2, 0, long.MaxValue, stride);")
            .Line("return rows.slice(3, 0, long.MaxValue, stride);"));
        writer.Line();
    }

    private void Pad()
    {
        writer.Line("// Option A of He et al. 2015: subsampled, and channels of zeros before and behind.");
        writer.Braces($"private static {Names.Tensor} Pad({Names.Tensor} x, long stride, long before, long after)", () => writer
            .Line("using var map = Subsample(x, stride);")
            .Line($"return {Names.Nn}.functional.pad(map, new long[] {{ 0, 0, 0, 0, before, after }});"));
        writer.Line();
    }

    private void Drop()
    {
        writer.Line("// Stochastic depth (Huang et al. 2016): zero for whole pictures by chance, scaled up for the others.");
        writer.Braces($"private static {Names.Tensor} Drop({Names.Tensor} x, double probability, bool training)", () => writer
            .Line("if (!training || probability == 0)")
            .Indented("return x;")
            .Line()
            .Line("var kept = x.new_empty(new long[] { x.shape[0], 1, 1, 1 });")
            .Line("kept = InPlace(kept, kept.bernoulli_(1 - probability));")
            .Line("kept = InPlace(kept, kept.div_(1 - probability));")
            .Line("using (kept)")
            .Indented("return InPlace(x, x.mul_(kept));"));
        writer.Line();
    }
}
