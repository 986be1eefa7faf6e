using ResNetGen.Architecture.Inference;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission.Inference;

/// <summary>Writes the class of the network made for inference, and the method that makes one.</summary>
internal sealed class InferenceEmitter(
    CodeWriter writer, string name, Network network, BlockForms forms, Func<LayerChain, ChainCode> stemChain, bool hasEngine)
{
    private const string NoGrad = "using var mode = " + Names.Torch + ".no_grad();";

    private readonly IReadOnlyList<InferenceStep> _stem = InferenceStep.Of(network.Stem.Body);

    private InferenceCode Code { get; } = InferenceCode.OfNetwork("network", MembersOf(network, stemChain), hasEngine);

    private IReadOnlyList<InferenceStep> Pool => InferenceStep.Of(network.PoolRun);

    private IReadOnlyList<InferenceStep> Final => InferenceStep.Of(network.Final);

    // The mean of whole maps needs no module.
    private IReadOnlyList<InferenceStep> HeadPool => network.Head is { Pool: AveragePool pool } ? [new InferenceStep(pool)] : [];

    private IEnumerable<InferenceStep> Before => _stem.Concat(Pool);

    private IEnumerable<InferenceStep> Behind => Final.Concat(HeadPool);

    /// <summary>Writes the method.</summary>
    public void Maker()
    {
        writer.Summary("Returns this network as it is now, in evaluation mode, made for inference: a copy, which later changes of this one do not reach.");
        writer.Line("/// <param name=\"options\">How it computes; float32 where null.</param>");
        writer.Line("/// <returns>A network of its own, on the same device: dispose it when done.</returns>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public {InferenceNames.Class} {InferenceNames.Maker}({InferenceNames.Options}? options = null) =>");
        writer.Indented($"new {InferenceNames.Class}(this, options ?? new {InferenceNames.Options}());");
    }

    /// <summary>Writes the class.</summary>
    public void Class()
    {
        writer.Summary("The network made for inference: batch norms are part of the convolutions, and nothing is kept for gradients.");
        writer.Line("/// <remarks>");
        writer.Line("/// Several threads may run it at once. It has no parameters, no state dict and no training mode; results are float32.");
        writer.Line("/// OnTap, if you write it, runs on the network that this one was made from: that one must live on. Without it, it need not.");
        writer.Line("/// </remarks>");
        writer.Line(Names.GeneratedCode);
        writer.Braces($"public sealed class {InferenceNames.Class} : {Names.Module}", () =>
        {
            Fields();
            Constructor();
            writer.Line();
            Reflection.Off(writer, "there is nothing to register, and the network that was copied is no part of this one");
            writer.Line();
            Forward();
            writer.Line();
            Features();
            writer.Line();
            writer.Line("/// <inheritdoc/>");
            writer.Braces("protected override void Dispose(bool disposing)", () => writer
                .Line("if (disposing)").Indented("_parts.Dispose();").Line().Line("base.Dispose(disposing);"));
            writer.Line();
            Code.Method(writer, $"private {Names.Tensor} RunStem({Names.Tensor} input)", _stem, "input", isOwned: false);
            var steps = InferenceParts.StepsOf(network, forms);
            new InferenceHelpers(writer, network, forms, steps, hasEngine).Write();
            foreach (var family in forms.Families)
            {
                writer.Line();
                new InferenceBlockEmitter(writer, hasEngine).Write(family);
            }

            new InferenceParts(writer, steps, network.Head is not null, hasEngine).Write();
        });
    }

    private static Func<Layer, string> MembersOf(Network network, Func<LayerChain, ChainCode> stemChain)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var layer in network.Stem.Body.Concat(network.Stem.Pool).Concat(network.Final).Concat(network.Head?.Layers ?? []).Where(l => l.IsModule))
        {
            if (layer is not LayerChain chain)
            {
                members.Add(layer.Key, Names.Member(layer));
                continue;
            }

            foreach (var member in stemChain(chain).MembersOf(Names.Member(chain), chain))
                members.Add(member.Key, member.Value);
        }

        return layer => members[layer.Key];
    }

    private void Fields()
    {
        writer.Line($"private readonly {name} _network;").Line("private readonly FusedParts _parts;");
        Code.Fields(writer, Before);
        for (var s = 0; s < network.StagesRun; s++)
            writer.Line($"private readonly FusedBlock[] {Stage(s)};");

        Code.Fields(writer, Behind);
        if (network.Head is { } head)
            writer.Line($"private readonly FusedLinear {Classifier(head)};");

        writer.Line();
    }

    private void Constructor()
    {
        writer.Line($"internal {InferenceNames.Class}({name} network, {InferenceNames.Options} options)");
        writer.Indented($": base(\"{InferenceNames.Class}\")");
        writer.Braces(() =>
        {
            writer.Line(NoGrad);
            writer.Line("var parts = new FusedParts(options);").Line("_network = network;").Line("_parts = parts;");
            Code.Create(writer, Before);
            for (var s = 0; s < network.StagesRun; s++)
                writer.Line($"{Stage(s)} = Blocks(network.{Names.StageMember(s)}, parts);");

            Code.Create(writer, Behind);
            if (network.Head is { } head)
                writer.Line($"{Classifier(head)} = parts.Add(new FusedLinear(network.{Names.Member(head.Classifier)}.weight!, network.{Names.Member(head.Classifier)}.bias));");

            writer.Line("if (options.DisposesNetwork)").Indented("network.Dispose();");
        });
    }

    private void Forward()
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line(ForwardEmitter.Refusal(network.IsSizeFixed));
        writer.Braces($"public override {Names.Tensor} forward({Names.Tensor} input)", () =>
        {
            writer.Line(ForwardEmitter.CheckOf(network)).Line(NoGrad).Line("var x = RunStem(input);");
            Tap(1);
            foreach (var line in Pool.Count > 0 ? Code.Lines(Pool, "x", isOwned: true) : [])
                writer.Line($"x = {line};");
            for (var s = 0; s < network.StagesRun; s++)
            {
                writer.Line($"x = Run({Stage(s)}, x);");
                Tap(s + 2);
            }

            foreach (var line in Final.Count > 0 ? Code.Lines(Final, "x", isOwned: true) : [])
                writer.Line($"x = {line};");

            if (network.Head is not { } head)
            {
                writer.Line("using (x)").Indented("return Map(x);");
                return;
            }

            var pooled = HeadPool.Count > 0 ? $"Flatten({Code.Lines(HeadPool, "x", isOwned: true)[0]})" : "Means(x)";
            writer.Line($"return Then({pooled}, {Classifier(head)});");
        });
    }

    private void Features()
    {
        var taps = network.Taps;
        var last = taps[taps.Count - 1];
        writer.Summary("Returns the maps that other networks build upon; dispose them when done.");
        writer.Line(ForwardEmitter.Refusal(isSizeFixed: false));
        writer.Braces($"public FeatureMaps Features({Names.Tensor} input)", () =>
        {
            writer.Line("Check(input);").Line(NoGrad).Line("var x = RunStem(input);");
            for (var level = 1; ; level++)
            {
                Tap(level);
                if (level == last)
                    break;

                // What comes next must not write over a map that is handed out.
                var isOverwritten = (level > 1 || Pool.Count == 0) && InferenceBlock.OverwritesInput(network.Stages[level - 1].Blocks[0]);
                if (taps.Contains(level))
                    writer.Line($"var c{Names.Number(level)} = {(isOverwritten ? "Copy(x)" : "Map(x)")};");

                foreach (var line in level == 1 && Pool.Count > 0 ? Code.Lines(Pool, "x", isOwned: true) : [])
                    writer.Line($"x = {line};");

                writer.Line($"x = Run({Stage(level - 1)}, x);");
            }

            var maps = taps.Select(t => t == last ? "Map(x)" : "c" + Names.Number(t));
            writer.Line("using (x)").Indented($"return new FeatureMaps({string.Join(", ", maps)});");
        });
    }

    private void Tap(int level) => writer.Line($"_network.OnTap({Names.Number(level)}, ref Shown(ref x));");

    private static string Stage(int index) => InferenceCode.FieldOf(Names.StageMember(index));

    private static string Classifier(Head head) => InferenceCode.FieldOf(Names.Member(head.Classifier));
}
