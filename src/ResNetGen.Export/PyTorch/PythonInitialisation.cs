using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Export.PyTorch;

/// <summary>Writes what gives a new network its first weights, where they are not PyTorch's own.</summary>
internal sealed class PythonInitialisation(PythonWriter writer, Network network, BlockForms forms, PythonParts parts)
{
    private readonly Training _training = network.Training;

    /// <summary>Whether <paramref name="network"/> has other first weights than PyTorch's own.</summary>
    public static bool IsNeeded(Network network) => network.Training.Init != InitKind.Default
        || (network.Training.LinearInit == LinearInit.Normal && network.Head is not null)
        || network.Training.ZeroInitResidual;

    /// <summary>Writes the method.</summary>
    public void Write() => writer.Function("_initialize", ["self"], "None", () =>
    {
        if (_training.Init != InitKind.Default)
            Convolutions();
        if (_training.LinearInit == LinearInit.Normal && network.Head is { } head)
        {
            writer.Line($"nn.init.normal_({parts.Classifier}.weight, 0.0, 0.01)");
            if (head.Classifier is Linear { HasBias: true } or Convolution { HasBias: true })
                writer.Line($"nn.init.zeros_({parts.Classifier}.bias)");
        }

        if (_training.ZeroInitResidual)
            Residuals();
    });

    private void Convolutions()
    {
        var mode = _training.Init == InitKind.KaimingFanIn ? "fan_in" : "fan_out";
        var isLinearConvolution = network.Head is { Classifier: Convolution };
        writer.Line("# He et al. 2015, \"Delving Deep into Rectifiers\".");
        writer.Block("for module in self.modules():", () => writer
            .Block(
                "if isinstance(module, nn.Conv2d)" + (isLinearConvolution ? $" and module is not {parts.Classifier}:" : ":"),
                $"nn.init.kaiming_normal_(module.weight, mode=\"{mode}\", nonlinearity=\"relu\")"));
    }

    private void Residuals()
    {
        writer.Line("# Every block starts as its shortcut.");
        writer.Block("for module in self.modules():", () =>
        {
            var word = "if";
            foreach (var family in forms.Families.Where(f => f.Base is null))
            {
                writer.Block($"{word} isinstance(module, {family.Name}):", $"nn.init.zeros_(module.{PythonBlocks.LastWeight(family).Key}.weight)");
                word = "elif";
            }
        });
    }
}
