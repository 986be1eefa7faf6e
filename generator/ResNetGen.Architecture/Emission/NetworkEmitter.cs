using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes the members of the network's own class.</summary>
internal sealed class NetworkEmitter(CodeWriter writer, string name, Network network, NetworkAnalysis analysis)
{
    private readonly BlockForms _forms = new(network);

    // The name as programs see it: the at sign of a keyword is C#'s alone.
    private string Plain => name.TrimStart('@');

    private IEnumerable<Layer> StemModules => network.Stem.Body.Where(l => l is not Relu).Concat(network.Stem.Pool is { } pool ? [pool] : []);

    private Layer[] HeadModules => [network.Head.Pool, network.Head.Classifier];

    /// <summary>Writes everything between the class's braces.</summary>
    public void Members()
    {
        Properties();
        Constructor();
        writer.Line();
        Forward();
        writer.Line();
        Features();
        writer.Line();
        Checks();
        writer.Line();
        HelperEmitter.Write(writer, _forms);
        writer.Line();
        new FactsEmitter(writer, network, analysis).Constants();
        writer.Line();
        FeatureMaps();

        var blocks = new BlockEmitter(writer);
        writer.Line();
        StageEmitter.Write(writer, blocks);
        foreach (var family in _forms.Families)
        {
            writer.Line();
            blocks.Family(family);
            foreach (var form in family.Forms)
            {
                writer.Line();
                blocks.Form(form);
            }
        }

        foreach (var chain in StemModules.Concat(_forms.Chains).OfType<LayerChain>())
        {
            writer.Line();
            ChainCode.Class(writer, chain, blocks);
        }
    }

    private void Properties()
    {
        foreach (var layer in StemModules)
            Property(LayerCode.Describe(layer), LayerCode.Type(layer), layer.Key);

        for (var s = 0; s < network.Stages.Count; s++)
        {
            var stage = network.Stages[s];
            var text = $"{Names.Count(stage.Blocks.Count, "block")}; its output is {Names.Member(analysis.Taps[s + 1].Name)}, {analysis.Taps[s + 1].Shape}";
            Property(text, $"Stage<{_forms.TypeOf(stage)}>", stage.Key);
        }

        foreach (var layer in HeadModules)
            Property(LayerCode.Describe(layer), LayerCode.Type(layer), layer.Key);
    }

    private void Property(string text, string type, string key) =>
        writer.Summary(text + ".").Line($"public {type} {Names.Member(key)} {{ get; }}").Line();

    private void Constructor()
    {
        writer.Summary("Builds the network with fresh weights: Kaiming normal (fan out, ReLU) for convolutions, 1 and 0 for norms.");
        writer.Line("/// <param name=\"device\">Where the weights live; the default device where null.</param>");
        writer.Line("/// <param name=\"dtype\">The weights' type; the default type where null.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public {name}({Names.OptionalDeviceParameters})");
        writer.Indented($": base(\"{Plain}\")");
        writer.Braces(() =>
        {
            foreach (var layer in StemModules)
            {
                if (layer is LayerChain chain)
                    ChainCode.Assign(writer, Names.Member(chain.Key), chain, LayerCode.Create);
                else
                    writer.Line($"{Names.Member(layer.Key)} = {LayerCode.Create(layer)};");
            }

            foreach (var stage in network.Stages)
                Stage(stage);
            foreach (var layer in HeadModules)
                writer.Line($"{Names.Member(layer.Key)} = {LayerCode.Create(layer)};");

            writer.Line();
            var blocks = new BlockEmitter(writer);
            blocks.Register(StemModules);
            foreach (var stage in network.Stages)
                writer.Line($"register_module(\"{stage.Key}\", {Names.Member(stage.Key)});");
            blocks.Register(HeadModules);

            writer.Line();
            writer.Line("// Only convolutions have weights of four dimensions.");
            writer.Braces("foreach (var parameter in parameters())", () => writer
                .Line("if (parameter.ndim == 4)")
                .Indented("Initialize(parameter);"));
        });
        writer.Line();
        new BlockEmitter(writer).NoReflection();
        writer.Line();
        writer.Line("// He et al. 2015, \"Delving Deep into Rectifiers\"; some versions of TorchSharp return a second handle to the weight.");
        writer.Braces($"private static void Initialize({Names.Tensor} weight)", () => writer
            .Line($"var filled = {Names.Nn}.init.kaiming_normal_(weight, 0, {Names.Nn}.init.FanInOut.FanOut, {Names.Nn}.init.NonlinearityType.ReLU);")
            .Line("if (!ReferenceEquals(filled, weight))")
            .Indented("filled.Dispose();"));
    }

    private void Stage(Stage stage)
    {
        var runs = Runs(stage).ToList();
        writer.Line($"{Names.Member(stage.Key)} = new Stage<{_forms.TypeOf(stage)}>(");
        for (var i = 0; i < runs.Count; i++)
            writer.Indented($"({Names.Number(runs[i].Count)}, () => {_forms.Create(runs[i].Block)}){(i == runs.Count - 1 ? ");" : ",")}");
    }

    private static IEnumerable<(int Count, Block Block)> Runs(Stage stage)
    {
        for (var start = 0; start < stage.Blocks.Count;)
        {
            var end = start + 1;
            while (end < stage.Blocks.Count && stage.Blocks[end].Equals(stage.Blocks[start]))
                end++;

            yield return (end - start, stage.Blocks[start]);
            start = end;
        }
    }

    private void Forward()
    {
        writer.Summary($"Classifies pictures: [N, {network.Input.Channels}, H, W] to logits [N, {network.Head.Classifier.Out}].");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The input has another rank or other channels.</exception>");
        writer.Line(Names.GeneratedCode);
        writer.Braces($"public override {Names.Tensor} forward({Names.Tensor} input)", () =>
        {
            writer.Line("Check(input);").Line("var x = RunStem(input);");
            if (network.Stem.Pool is { } pool)
                writer.Line($"x = Then(x, {Names.Member(pool.Key)});");
            foreach (var stage in network.Stages)
                writer.Line($"x = Then(x, {Names.Member(stage.Key)});");

            writer.Line($"x = Flatten(Then(x, {Names.Member(network.Head.Pool.Key)}));");
            writer.Line($"return Then(x, {Names.Member(network.Head.Classifier.Key)});");
        });
    }

    private void Features()
    {
        var taps = analysis.Taps.Select(t => t.Name).ToList();
        writer.Summary("Returns the maps that other networks build upon; dispose them when done.");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The input has another rank or other channels.</exception>");
        writer.Line(Names.GeneratedCode);
        writer.Braces($"public FeatureMaps Features({Names.Tensor} input)", () =>
        {
            writer.Line("Check(input);").Line("var c1 = RunStem(input);");
            var before = "c1";
            if (network.Stem.Pool is { } pool)
            {
                writer.Line($"using var pooled = {Names.Member(pool.Key)}.call(c1);");
                before = "pooled";
            }

            for (var s = 0; s < network.Stages.Count; s++)
            {
                writer.Line($"var {taps[s + 1]} = {Names.Member(network.Stages[s].Key)}.call({before});");
                before = taps[s + 1];
            }

            writer.Line($"return new FeatureMaps({string.Join(", ", taps)});");
        });
        writer.Line();
        writer.Braces($"private {Names.Tensor} RunStem({Names.Tensor} input)", () => Chain.Write(writer, network.Stem.Body, "input"));
    }

    private void Checks()
    {
        var channels = network.Input.Channels;
        writer.Braces($"private static void Check({Names.Tensor} input)", () => writer
            .Line("var shape = input.shape;")
            .Line($"if (shape.Length != 4 || shape[1] != {channels})")
            .Braces(() => writer
                .Line("throw new global::System.ArgumentException(")
                .Indented($"\"{Plain} takes [N, {channels}, H, W], not [\" + string.Join(\", \", shape) + \"].\", nameof(input));")));
    }

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
