using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Emission.Inference;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the members of the network's own class.</summary>
internal sealed class NetworkEmitter(
    CodeWriter writer, string name, Network network, NetworkAnalysis analysis, string spec, bool hasEngine, CancellationToken cancellation)
{
    private readonly BlockForms _forms = new(network, cancellation);
    private readonly BlockEmitter _blocks = new(writer, network.Training);

    // The name as programs see it: the at sign of a keyword is C#'s alone.
    private string Plain => name.TrimStart('@');

    private List<Layer> StemModules { get; } = [.. network.Stem.Body.Concat(network.Stem.Pool).Where(l => l.IsModule)];

    private List<Layer> HeadModules { get; } = [.. network.Final.Concat(network.Head?.Layers ?? []).Where(l => l.IsModule)];

    private IEnumerable<ChainCode> StemChains => StemModules.OfType<LayerChain>().Select(StemChain);

    /// <summary>Writes everything between the class's braces.</summary>
    public void Members()
    {
        Properties();
        new ConstructorEmitter(writer, network, _forms, name).Write(StemModules, HeadModules, Create);
        writer.Line();
        new ForwardEmitter(writer, network, analysis, Plain).Write();
        writer.Line();
        var recomputation = new RecomputationEmitter(writer, network);
        recomputation.Method(StemModules.Select(Names.Member), HeadModules.Select(Names.Member));
        writer.Line();
        var inference = new InferenceEmitter(writer, name, network, _forms, StemChain, hasEngine);
        inference.Maker();
        writer.Line();
        new HelperEmitter(writer, network).Write();
        writer.Line();
        new FactsEmitter(writer, network, analysis).Constants(spec);
        writer.Line();
        FeatureMaps();
        writer.Line();
        StageEmitter.Write(writer);
        foreach (var family in _forms.Families)
        {
            writer.Line();
            _blocks.Family(family);
            foreach (var form in family.Forms)
            {
                writer.Line();
                _blocks.Form(form);
            }
        }

        foreach (var chain in StemChains.Concat(_forms.Projections))
        {
            writer.Line();
            chain.Class(writer);
        }

        new LibraryCode(writer).Write(NetworkLayers.All(network));
        writer.Line();
        recomputation.Nested();
        writer.Line();
        inference.Class();
        if (Registration.NeedsGroups(Keys()))
        {
            writer.Line();
            Registration.GroupClass(writer);
        }
    }

    private IEnumerable<string> Keys() => StemModules.Concat(HeadModules).Select(l => l.Key)
        .Concat(network.Stages.Select(s => s.Key))
        .Concat(StemModules.OfType<LayerChain>().SelectMany(c => c.Layers).Select(l => l.Key));

    private ChainCode StemChain(LayerChain chain) => ChainCode.OfStem(chain, network.Stem.Pool.Contains(chain));

    private void Create(Layer layer)
    {
        if (layer is LayerChain chain)
            StemChain(chain).Assign(writer, Names.Member(chain), LayerCode.Create);
        else
            writer.Line($"{Names.Member(layer)} = {LayerCode.Create(layer)};");
    }

    private void Properties()
    {
        foreach (var layer in StemModules)
            Property(LayerCode.Describe(layer), layer is LayerChain chain ? StemChain(chain).ClassName : LayerCode.Type(layer), Names.Member(layer));

        for (var s = 0; s < network.Stages.Count; s++)
        {
            var stage = network.Stages[s];
            var text = $"{Names.Count(stage.Blocks.Count, "block")}; its output is C{Names.Number(s + 2)}, {analysis.OutputOf(s)}";
            Property(text, $"Stage<{_forms.TypeOf(stage)}>", Names.StageMember(s));
        }

        foreach (var layer in HeadModules)
            Property(LayerCode.Describe(layer), LayerCode.Type(layer), Names.Member(layer));
    }

    private void Property(string text, string type, string member) =>
        writer.Summary(text + ".").Line($"public {type} {member} {{ get; }}").Line();

    private void FeatureMaps()
    {
        var taps = analysis.Taps;
        writer.Summary("What Features returns: the maps of the taps, each [N, C, H, W].");
        foreach (var tap in taps)
            writer.Line($"/// <param name=\"{Names.Member(tap.Name)}\">{tap.Shape} for the declared input: stride {tap.Stride}.</param>");

        writer.Line(Names.GeneratedCode);
        writer.Line("public readonly record struct FeatureMaps(");
        for (var i = 0; i < taps.Count; i++)
            writer.Indented($"{Names.Tensor} {Names.Member(taps[i].Name)}{(i == taps.Count - 1 ? ") : global::System.IDisposable" : ",")}");

        writer.Braces(() =>
        {
            writer.Summary("Disposes every map.");
            writer.Braces("public void Dispose()", () =>
            {
                foreach (var tap in taps)
                    writer.Line($"{Names.Member(tap.Name)}?.Dispose();");
            });
        });
    }
}
