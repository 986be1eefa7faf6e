using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes what makes a network: its constructor, its first weights, and what stays frozen.</summary>
internal sealed class ConstructorEmitter(CodeWriter writer, Network network, BlockForms forms, string name)
{
    private readonly Training _training = network.Training;

    private bool Freezes => _training.FrozenStages >= 0 || _training.NormEval;

    /// <summary>Writes the constructor and what belongs to it.</summary>
    public void Write(List<Layer> stem, List<Layer> head, Action<Layer> create)
    {
        writer.Summary($"Builds the network with fresh weights: {InitText()} for convolutions, 1 and 0 for norms.");
        writer.Line("/// <param name=\"device\">Where the weights live; the default device where null.</param>");
        writer.Line("/// <param name=\"dtype\">The weights' type; the default type where null.</param>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public {name}({Names.OptionalDeviceParameters})");
        writer.Indented($": base(\"{name.TrimStart('@')}\")");
        writer.Braces(() =>
        {
            stem.ForEach(create);
            for (var s = 0; s < network.Stages.Count; s++)
                Stage(s);
            head.ForEach(create);

            writer.Line();
            Registration.Write(writer, stem.Select(Named).Concat(network.Stages.Select((s, i) => (s.Key, Names.StageMember(i)))).Concat(head.Select(Named)));
            Initialisation();
            StochasticDepth();
            if (Freezes)
                writer.Line("Freeze();");

            writer.Line("OnCreated(device, dtype);");
        });
        writer.Line();
        Reflection.Off(writer);
        Hooks();
        Initialisers();
        Freezing(stem);
    }

    private static (string Key, string Member) Named(Layer layer) => (layer.Key, Names.Member(layer));

    private void Stage(int index)
    {
        var stage = network.Stages[index];
        var runs = Runs(stage).ToList();
        writer.Line($"{Names.StageMember(index)} = new Stage<{forms.TypeOf(stage)}>(");
        for (var i = 0; i < runs.Count; i++)
            writer.Indented($"({Names.Number(runs[i].Count)}, () => {forms.Create(runs[i].Block)}){(i == runs.Count - 1 ? ");" : ",")}");
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

    private void Initialisation()
    {
        writer.Line();
        if (_training.Init != InitKind.Default)
        {
            // A linear layer that is a 1x1 convolution is none of them.
            var isLinearConvolution = network.Head is { Classifier: Convolution };
            writer.Line("// Only convolutions have weights of four dimensions.");
            writer.Braces(isLinearConvolution ? "foreach (var (key, parameter) in named_parameters())" : "foreach (var parameter in parameters())", () => writer
                .Line(isLinearConvolution ? $"if (parameter.ndim == 4 && key != \"{network.Head!.Classifier.Key}.weight\")" : "if (parameter.ndim == 4)")
                .Indented("Initialize(parameter);"));
            writer.Line();
        }

        if (_training.LinearInit == LinearInit.Normal && network.Head is { } head)
        {
            writer.Line("// The weight of the linear layer has more dimensions than its bias.");
            writer.Line($"foreach (var parameter in {Names.Member(head.Classifier)}.parameters())")
                .Indented($"Keep(parameter, parameter.ndim > 1 ? {Names.Nn}.init.normal_(parameter, 0, 0.01) : {Names.Nn}.init.zeros_(parameter));")
                .Line();
        }

        if (!_training.ZeroInitResidual)
            return;

        for (var s = 0; s < network.Stages.Count; s++)
            writer.Line($"foreach (var block in {Names.StageMember(s)})").Indented("block.ZeroResidual();");

        writer.Line();
    }

    private void StochasticDepth()
    {
        if (_training.StochasticDepth <= 0)
            return;

        var last = Math.Max(1, network.Stages.Sum(s => s.Blocks.Count) - 1);
        writer.Line("// The probability grows linearly from the first block to the last.").Line("var place = 0;");
        for (var s = 0; s < network.Stages.Count; s++)
        {
            writer.Line($"foreach (var block in {Names.StageMember(s)})")
                .Indented($"block.DropProbability = {Names.Number(_training.StochasticDepth)} * place++ / {Names.Number(last)};");
        }

        writer.Line();
    }

    private void Hooks()
    {
        writer.Line().Summary("Called at the end of the constructor, if you write it: make layers of your own here, and register those with state.");
        writer.Line($"partial void OnCreated({Names.DeviceParameters});");
        writer.Line().Summary("Called behind the stem (level 1) and each stage (levels 2 and on), if you write it: what it leaves in map goes on, what it replaces it disposes.");
        writer.Line($"partial void OnTap(int level, ref {Names.Tensor} map);");
    }

    private void Initialisers()
    {
        if (_training.Init != InitKind.Default)
        {
            var mode = _training.Init == InitKind.KaimingFanIn ? "FanIn" : "FanOut";
            writer.Line().Line("// He et al. 2015, \"Delving Deep into Rectifiers\".");
            writer.Line($"private static void Initialize({Names.Tensor} weight) => Keep(");
            writer.Indented($"weight, {Names.Nn}.init.kaiming_normal_(weight, 0, {Names.Nn}.init.FanInOut.{mode}, {Names.Nn}.init.NonlinearityType.ReLU));");
        }

        if (_training.ZeroInitResidual)
        {
            writer.Line();
            writer.Braces($"private static void ZeroWeight({Names.Nn}.Module module)", () => writer
                .Braces("foreach (var (key, parameter) in module.named_parameters())", () => writer
                    .Line("if (key == \"weight\")")
                    .Indented($"Keep(parameter, {Names.Nn}.init.zeros_(parameter));")));
        }

        writer.Line().Line("// Some versions of TorchSharp return a second handle to what they fill.");
        writer.Braces($"private static void Keep({Names.Tensor} tensor, {Names.Tensor} filled)", () => writer
            .Line("if (!ReferenceEquals(filled, tensor))")
            .Indented("filled.Dispose();"));
    }

    private void Freezing(List<Layer> stem)
    {
        if (!Freezes)
            return;

        writer.Line().Summary("Sets the mode of the network; what the spec freezes stays in evaluation mode.");
        writer.Braces("public override void train(bool train = true)", () => writer.Line("base.train(train);").Line("Freeze();"));
        writer.Line();
        writer.Braces("private void Freeze()", () =>
        {
            if (_training.FrozenStages >= 0)
            {
                foreach (var layer in stem.Where(l => l is LayerChain || l.State.Count > 0))
                    writer.Line($"Freeze({Names.Member(layer)});");
            }

            for (var s = 0; s < Math.Min(_training.FrozenStages, network.Stages.Count); s++)
                writer.Line($"Freeze({Names.StageMember(s)});");

            if (_training.NormEval)
            {
                writer.Braces("foreach (var module in modules())", () => writer
                    .Line($"if (module is {Names.Modules}BatchNorm2d norm)")
                    .Indented("norm.eval();"));
            }
        });
        if (_training.FrozenStages < 0)
            return;

        writer.Line();
        writer.Braces($"private static void Freeze({Names.Nn}.Module module)", () => writer
            .Line("module.eval();")
            .Line("foreach (var parameter in module.parameters())")
            .Indented("parameter.requires_grad = false;"));
    }

    private string InitText() => _training.Init switch
    {
        InitKind.KaimingFanOut => "Kaiming normal (fan out, ReLU)",
        InitKind.KaimingFanIn => "Kaiming normal (fan in, ReLU)",
        _ => "PyTorch's own",
    };
}
