using ResNetGen.Architecture;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Networks;
using static ResNetGen.Export.PyTorch.PythonExpression;

namespace ResNetGen.Export.PyTorch;

/// <summary>Writes the class of the network.</summary>
/// <param name="writer">Takes the code.</param>
/// <param name="spec">The network.</param>
/// <param name="forms">The classes of its blocks.</param>
/// <param name="parts">Where its parts are: attributes of the network, or of groups.</param>
internal sealed class PythonNetwork(PythonWriter writer, CompiledSpec spec, BlockForms forms, PythonParts parts)
{
    private readonly Network _network = spec.Network;
    private readonly Training _training = spec.Network.Training;

    private bool Freezes => _training.FrozenStages >= 0 || _training.NormEval;

    private bool Initializes => PythonInitialisation.IsNeeded(_network);

    /// <summary>Writes the class.</summary>
    public void Write(string name) => writer.TopLevel($"class {name}(nn.Module):", () =>
    {
        writer.Docstring(Summary()).Line();
        writer.Function("__init__", ["self"], "None", () =>
        {
            writer.Line("super().__init__()");
            parts.Create();
            if (Initializes)
                writer.Line("self._initialize()");
            StochasticDepth();
            if (Freezes)
                writer.Line("self._freeze()");
        });
        if (!parts.AreGrouped)
        {
            writer.Line();
            PythonSteps.Method(writer, "forward_stem", "Runs the layers up to C1, before the pool.", [.. _network.Stem.Body], layer => layer.Key);
        }

        writer.Line();
        Forward();
        writer.Line();
        Features();
        if (Freezes)
            Train(name);
        if (Initializes)
        {
            writer.Line();
            new PythonInitialisation(writer, _network, forms, parts).Write();
        }

        if (Freezes)
            Freeze();
    });

    private string Summary()
    {
        var channels = PythonNames.Number(_network.Input.Channels);
        if (_network.Head is { } head)
        {
            var sizes = head.IsSizeFixed ? PythonNames.Number(_network.Input.Height) + ", " + PythonNames.Number(_network.Input.Width) : "H, W";
            return $"Classifies pictures: [N, {channels}, {sizes}] to logits [N, {PythonNames.Number(head.Classes)}].";
        }

        var last = spec.Analysis.Taps[spec.Analysis.Taps.Count - 1].Shape.Channels;
        return $"A backbone: [N, {channels}, H, W] to the last map, [N, {PythonNames.Number(last)}, h, w].";
    }

    private void Forward() => writer.Function("forward", ["self", "x: Tensor"], "Tensor", () =>
    {
        var lines = new List<string>();
        var hasPool = _network.Stem.Pool.Count > 0;
        if (parts.AreGrouped)
            lines.Add(!hasPool ? "x = self.stem(x)" : _network.StagesRun > 0 ? "_, x = self.stem(x)" : "x, _ = self.stem(x)");
        else
            lines.Add("x = self.forward_stem(x)");

        if (!parts.AreGrouped)
            lines.AddRange(_network.PoolRun.Select(layer => $"x = self.{layer.Key}(x)"));

        for (var s = 0; s < _network.StagesRun; s++)
            lines.Add($"x = {parts.Stage(s)}(x)");

        // Behind a last activation another one in its place would change what its gradient needs.
        lines.AddRange(PythonSteps.Of(_network.Final, isOwned: false, layer => layer.Key).Select(step => "x = " + step));
        if (_network.Head is not null)
            lines.AddRange(parts.RunHead());
        else
            lines.Add("return x");

        lines.ForEach(line => writer.Line(line));
    });

    private void Features() => writer.Function("features", ["self", "x: Tensor"], "Features", () =>
    {
        writer.Docstring("Returns the maps that other networks build upon.");
        var taps = _network.Taps;
        var last = taps[taps.Count - 1];
        var hasPool = _network.Stem.Pool.Count > 0;
        var before = hasPool ? "x" : "c1";
        if (parts.AreGrouped)
        {
            writer.Line((!hasPool ? "c1" : last == 1 ? "c1, _" : taps.Contains(1) ? "c1, x" : "_, x") + " = self.stem(x)");
        }
        else
        {
            writer.Line("c1 = self.forward_stem(x)");
            for (var i = 0; last > 1 && i < _network.Stem.Pool.Count; i++)
                writer.Line($"x = self.{_network.Stem.Pool[i].Key}({(i == 0 ? "c1" : "x")})");
        }

        for (var level = 2; level <= last; level++)
        {
            var map = "c" + PythonNames.Number(level);
            writer.Line($"{map} = {parts.Stage(level - 2)}({before})");
            before = map;
        }

        writer.Statement("return ", Call("Features", taps.Select(t => "c" + PythonNames.Number(t))));
    });

    private void StochasticDepth()
    {
        if (_training.StochasticDepth <= 0)
            return;

        var last = Math.Max(1, _network.Stages.Sum(s => s.Blocks.Count) - 1);
        writer.Line("# The probability grows linearly from the first block to the last.");
        writer.Line("blocks = [module for module in self.modules() if isinstance(module, BLOCKS)]");
        writer.Block("for place, block in enumerate(blocks):", $"block.drop_probability = {PythonNames.Number(_training.StochasticDepth)} * place / {PythonNames.Number(last)}");
    }

    private void Train(string name)
    {
        writer.Line();
        writer.Function("train", ["self", "mode: bool = True"], $"\"{name}\"", () => writer
            .Docstring("Sets the mode of the network; what is frozen stays in evaluation mode.")
            .Line("super().train(mode)")
            .Line("self._freeze()")
            .Line("return self"));
    }

    private void Freeze()
    {
        writer.Line();
        writer.Function("_freeze", ["self"], "None", () =>
        {
            if (_training.FrozenStages >= 0)
            {
                var frozen = parts.StemWithState().Concat(Enumerable.Range(0, Math.Min(_training.FrozenStages, _network.Stages.Count)).Select(parts.Stage));
                writer.Statement("for module in ", new PythonExpression("[", [.. frozen.Select(Atom)], "]"), ":");
                writer.Indented(() => writer.Line("module.eval()").Line("module.requires_grad_(False)"));
            }

            if (_training.NormEval)
            {
                writer.Block("for module in self.modules():", () => writer
                    .Block("if isinstance(module, (nn.BatchNorm2d, nn.SyncBatchNorm)):", "module.eval()"));
            }
        });
    }
}
