using ResNetGen.Architecture;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Networks;
using static ResNetGen.Export.PyTorch.PythonExpression;

namespace ResNetGen.Export.PyTorch;

/// <summary>Writes what is known before anything runs: the module's documentation, constants, and their check.</summary>
internal sealed class PythonFacts(PythonWriter writer, CompiledSpec spec)
{
    private readonly Network _network = spec.Network;
    private readonly NetworkAnalysis _analysis = spec.Analysis;

    private ImageShape LastTap => _analysis.Taps[_analysis.Taps.Count - 1].Shape;

    /// <summary>Writes the documentation of the module.</summary>
    public void Documentation()
    {
        writer.Line($"\"\"\"{PythonNames.Escape(_network.Name)}: {_analysis.Depth} layers for an input of {_analysis.Input}.").Line();
        Row("part", "blocks", "output", "parameters", "MACs");
        Row("stem", "", _analysis.OutputOf(-1).ToString(), _analysis.Parts[0]);
        for (var s = 0; s < _network.Stages.Count; s++)
        {
            var blocks = _network.Stages[s].Blocks;
            Row(
                "stage " + PythonNames.Number(s + 1),
                PythonNames.Number(blocks.Count) + " x " + BlockCosts.KindOf(blocks[0].Kind),
                _analysis.OutputOf(s).ToString(),
                _analysis.Parts[s + 1]);
        }

        if (_network.Head is not null || _network.Final.Count > 0)
            Row("head", "", _network.Head is { } head ? PythonNames.Number(head.Classes) : "", _analysis.Parts[_analysis.Parts.Count - 1]);

        Row("all", "", "", _analysis.Total);
        writer.Line()
            .Line("A MAC is a multiply-add of a convolution or linear layer, for one picture.")
            .Line($"Written by ResNetGen {ResNetGenVersion.Text} from the network's spec: change the spec, not this file.")
            .Line("Needs PyTorch alone, 1.13 or newer. Run as a program, it checks its own size and shapes.")
            .Line("\"\"\"");
    }

    /// <summary>Writes the constants.</summary>
    public void Constants()
    {
        writer.Line($"NAME = \"{PythonNames.Escape(_network.Name)}\"");
        writer.Line($"INPUT = {Sizes(_analysis.Input)}  # channels, height, width");
        writer.Line("# The shapes of what comes out for it, without the batch.");
        var taps = _analysis.Taps.Select(t => Atom($"\"{t.Name}\": {Sizes(t.Shape)}"));
        writer.Statement("TAPS = ", new PythonExpression("{", [.. taps], "}"));
        writer.Line("OUTPUT = " + (_network.Head is { } head ? PythonNames.Tuple(head.Classes) : Sizes(LastTap)));
        writer.Line("# Layers by the paper's count, trainable numbers, multiply-adds.");
        writer.Line($"DEPTH = {PythonNames.Number(_analysis.Depth)}");
        writer.Line($"PARAMETERS = {PythonNames.Grouped(_analysis.Total.Parameters)}");
        writer.Line($"MACS = {PythonNames.Grouped(_analysis.Total.Macs)}");
    }

    /// <summary>Writes the type of the maps.</summary>
    public void Features() => writer.TopLevel("class Features(NamedTuple):", () =>
    {
        writer.Docstring("What features returns: the maps of the taps, each [N, C, H, W].").Line();
        foreach (var tap in _analysis.Taps)
            writer.Line($"{tap.Name}: Tensor  # {tap.Shape}, stride {PythonNames.Number(tap.Stride)}");
    });

    /// <summary>Writes the program that checks what the constants say.</summary>
    public void Program(string className)
    {
        writer.Line().Line();
        writer.Function("main", [], "None", () => writer
            .Docstring("Compares a new network with the constants above.")
            .Line($"network = {className}().eval()")
            .Line("parameters = sum(parameter.numel() for parameter in network.parameters())")
            .Block("with torch.no_grad():", () => writer
                .Line("picture = torch.zeros(1, *INPUT)")
                .Line("maps = network.features(picture)._asdict()")
                .Line("output = tuple(network(picture).shape[1:])"))
            .Line("taps = {name: tuple(value.shape[1:]) for name, value in maps.items()}")
            .Line("print(f\"{NAME}: {parameters:,} parameters\")")
            .Block("for name, shape in {**taps, \"output\": output}.items():", "print(f\"{name}: {'x'.join(map(str, shape))}\")")
            .Block("if (parameters, taps, output) != (PARAMETERS, TAPS, OUTPUT):", "raise SystemExit(\"the network is not what its constants say\")"));
        writer.Line().Line().Block("if __name__ == \"__main__\":", "main()");
    }

    private static string Sizes(ImageShape shape) => PythonNames.Tuple(shape.Channels, shape.Height, shape.Width);

    private int BlocksWidth => _network.Stages.Any(s => s.Blocks[0].IsPreactivated) ? 26 : 18;

    private void Row(string part, string blocks, string output, Cost cost) =>
        Row(part, blocks, output, Names.Grouped(cost.Parameters), Names.Grouped(cost.Macs));

    private void Row(string part, string blocks, string output, string parameters, string macs) =>
        writer.Line(("    " + part.PadRight(10) + blocks.PadRight(BlocksWidth) + output.PadRight(14) + parameters.PadLeft(16) + macs.PadLeft(22)).TrimEnd());
}
