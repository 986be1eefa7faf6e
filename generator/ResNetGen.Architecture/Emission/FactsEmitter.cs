using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>Writes what is known before anything runs: constants, and the table in the documentation.</summary>
internal sealed class FactsEmitter(CodeWriter writer, Network network, NetworkAnalysis analysis)
{
    /// <summary>Writes the class <c>Architecture</c>.</summary>
    /// <param name="spec">The spec, as a text that stands alone.</param>
    public void Constants(string spec)
    {
        writer.Summary($"Facts about the network, proven when it was compiled, for an input of {analysis.Input}.");
        writer.Line(Names.GeneratedCode);
        writer.Braces("public static class Architecture", () =>
        {
            List<(string Text, string Type, string Name, string Value)> facts =
            [
                ("The name of the spec.", "string", "Name", "\"" + network.Name + "\""),
                ("Layers by the paper's count.", "int", "Depth", Names.Number(analysis.Depth)),
                ("Convolutions and linear layers on the main path.", "int", "MainPathLayers", Names.Number(analysis.MainPathLayers)),
                ("Trainable numbers.", "long", "Parameters", Names.Number(analysis.Total.Parameters) + "L"),
                ("Buffer tensors in the state dict.", "int", "Buffers", Names.Number(analysis.Buffers)),
                ("Tensors in the state dict.", "int", "StateDictEntries", Names.Number(analysis.State.Count)),
                ("Multiply-adds of convolutions and linear layers for one picture.", "long", "Macs", Names.Number(analysis.Total.Macs) + "L"),
                ("Outputs of the same layers for one picture.", "long", "Activations", Names.Number(analysis.Total.Activations) + "L"),
                ("Channels of the input.", "int", "InputChannels", Names.Number(analysis.Input.Channels)),
                ("Height of the input that the facts are for.", "int", "InputHeight", Names.Number(analysis.Input.Height)),
                ("Width of the input that the facts are for.", "int", "InputWidth", Names.Number(analysis.Input.Width)),
            ];
            if (network.Head is { } head)
                facts.Add(("Outputs of the head.", "int", "Classes", Names.Number(head.Classes)));

            writer.Separated(facts, fact => Constant(fact.Text, fact.Type, fact.Name, fact.Value));
            writer.Line();
            Spec(spec);

            foreach (var tap in analysis.Taps)
            {
                writer.Line().Summary($"The tap {Names.Member(tap.Name)}: a map of {tap.Shape}.");
                writer.Braces($"public static class {Names.Member(tap.Name)}", () => writer.Separated(
                    new (string Text, string Name, long Value)[]
                    {
                        ("Channels.", "Channels", tap.Shape.Channels),
                        ("Height of the map.", "Height", tap.Shape.Height),
                        ("Width of the map.", "Width", tap.Shape.Width),
                        ("Input pixels between two neighbours.", "Stride", tap.Stride),
                        ("Input pixels, on a side, that one value sees.", "ReceptiveField", tap.ReceptiveField),
                    },
                    // Only thousands of dilated blocks see farther than an int counts.
                    fact => Constant(fact.Text, fact.Value > int.MaxValue ? "long" : "int", fact.Name, Names.Number(fact.Value))));
            }
        });
    }

    /// <summary>Writes the table of the network's parts as documentation.</summary>
    public void Table()
    {
        writer.Line("/// <remarks>").Line("/// <code>");
        Row("part", "blocks", "output", "parameters", "MACs");
        Row("stem", "", analysis.OutputOf(-1).ToString(), analysis.Parts[0]);
        for (var s = 0; s < network.Stages.Count; s++)
        {
            var stage = network.Stages[s];
            Row(Names.StageMember(s).ToLowerInvariant(), Names.Number(stage.Blocks.Count) + " x " + BlockCosts.KindOf(stage.Blocks[0].Kind), analysis.OutputOf(s).ToString(), analysis.Parts[s + 1]);
        }

        if (network.Head is not null || network.Final.Count > 0)
            Row("head", "", network.Head is { } head ? Names.Number(head.Classes) : "", analysis.Parts[analysis.Parts.Count - 1]);

        Row("all", "", "", analysis.Total);
        writer.Line("/// </code>").Line("/// </remarks>");
    }

    private int BlocksWidth => network.Stages.Any(s => s.Blocks[0].IsPreactivated) ? 26 : 18;

    private void Row(string part, string blocks, string output, Cost cost) =>
        Row(part, blocks, output, Names.Grouped(cost.Parameters), Names.Grouped(cost.Macs));

    private void Row(string part, string blocks, string output, string parameters, string macs) =>
        writer.Line(("/// " + part.PadRight(8) + blocks.PadRight(BlocksWidth) + output.PadRight(14) + parameters.PadLeft(14) + macs.PadLeft(20)).TrimEnd());

    // Who has the class alone can do with it what is done with a spec: export it with its weights, for one.
    private void Spec(string spec)
    {
        writer.Summary("The spec, as YAML that needs no other file.").Line("public const string Spec =");
        var lines = spec.TrimEnd('\n').Split('\n');
        for (var i = 0; i < lines.Length; i++)
            writer.Indented(Names.Literal(lines[i] + "\n") + (i < lines.Length - 1 ? " +" : ";"));
    }

    private void Constant(string text, string type, string name, string value) =>
        writer.Summary(text).Line($"public const {type} {name} = {value};");
}
