using ResNetGen.Architecture.Networks;

namespace ResNetGen.Export.PyTorch;

/// <summary>Writes the functions and layers that torch lacks: those that the network uses.</summary>
internal sealed class PythonHelpers(PythonWriter writer)
{
    private const string Tensor = "Tensor";

    private static readonly string[] Forward = ["self", "x: Tensor"];

    /// <summary>Writes what <paramref name="network"/> uses.</summary>
    public void Write(Network network)
    {
        var layers = NetworkLayers.All(network).ToList();
        if (network.Stages.SelectMany(s => s.Blocks).Distinct().Any(b => b.Shortcut is PaddedShortcut))
            PadChannels();
        if (network.Training.StochasticDepth > 0)
            DropPath();
        if (layers.OfType<FrozenBatchNorm>().Any())
            FrozenBatchNorm();
        if (layers.OfType<MaxPool>().Any(p => p.PadsWithZeros))
        {
            Pool(
                "ZeroPaddedMaxPool2d",
                "A max pool that pads with zeros.",
                ["kernel_size: int", "stride: int", "padding: int", "ceil_mode: bool = False"],
                ["self.padding = padding", "self.pool = nn.MaxPool2d(kernel_size, stride=stride, ceil_mode=ceil_mode)"],
                "return self.pool(F.pad(x, [self.padding] * 4))");
        }

        if (layers.OfType<SameAveragePool>().Any())
        {
            Pool(
                "SameAvgPool2d",
                "The mean of 2x2 values at stride 1; a row of zeros below and a column on the right keep the size.",
                [],
                [],
                "return F.avg_pool2d(F.pad(x, (0, 1, 0, 1)), 2, 1)");
        }

        if (layers.OfType<BlurPool>().Any())
        {
            Pool(
                "BlurPool2d",
                "The filter outer([1, 2, 1]) / 16 over reflected borders, with a stride: two 2x2 means in a row.",
                ["stride: int"],
                ["self.stride = stride"],
                "x = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode=\"reflect\"), 2, 1)",
                "return F.avg_pool2d(x, 2, self.stride)");
        }

        if (layers.OfType<SqueezeExcitation>().Any())
        {
            Pool(
                "SqueezeExcitation",
                "Weighs each channel of [N, C, H, W] by a function of all channels' means (Hu et al. 2017).",
                ["channels: int", "hidden_channels: int"],
                ["self.fc1 = nn.Conv2d(channels, hidden_channels, 1)", "self.fc2 = nn.Conv2d(hidden_channels, channels, 1)"],
                "hidden = F.relu(self.fc1(x.mean((2, 3), keepdim=True)), inplace=True)",
                "return x * torch.sigmoid(self.fc2(hidden))");
        }

        if (layers.OfType<ChannelAttention>().Any())
        {
            Pool(
                "ChannelAttention",
                "Weighs each channel of [N, C, H, W] by its neighbours' means (Wang et al. 2019).",
                ["kernel_size: int"],
                ["self.conv = nn.Conv1d(1, 1, kernel_size, padding=(kernel_size - 1) // 2, bias=False)"],
                "scores = self.conv(x.mean((2, 3)).unsqueeze(1))",
                "return x * torch.sigmoid(scores).transpose(1, 2).unsqueeze(3)");
        }
    }

    private void PadChannels()
    {
        writer.Line().Line();
        writer.Function("pad_channels", ["x: Tensor", "stride: int", "before: int", "after: int"], Tensor, () => writer
            .Docstring("Option A of He et al. 2015: subsampled, and channels of zeros before and behind.")
            .Line("return F.pad(x[:, :, ::stride, ::stride], (0, 0, 0, 0, before, after))"));
    }

    private void DropPath()
    {
        writer.Line().Line();
        writer.Function("drop_path", ["x: Tensor", "probability: float", "training: bool"], Tensor, () => writer
            .Docstring("Stochastic depth (Huang et al. 2016): zero for whole pictures by chance, scaled up for the others.")
            .Block("if not training or probability == 0.0:", "return x")
            .Line("keep = 1.0 - probability")
            .Line("mask = x.new_empty([x.shape[0], 1, 1, 1]).bernoulli_(keep).div_(keep)")
            .Line("return x * mask"));
    }

    private void FrozenBatchNorm() => writer.TopLevel("class FrozenBatchNorm2d(nn.Module):", () =>
    {
        writer.Docstring("Batch norm of [N, C, H, W] whose four tensors are buffers that never change.").Line();
        writer.Function("__init__", ["self", "channels: int", "eps: float = 1e-5"], "None", () =>
        {
            writer.Line("super().__init__()").Line("self.eps = eps");
            foreach (var (name, value) in new[] { ("weight", "ones"), ("bias", "zeros"), ("running_mean", "zeros"), ("running_var", "ones") })
                writer.Line($"self.register_buffer(\"{name}\", torch.{value}(channels))");
        });
        writer.Line();
        writer.Function("forward", Forward, Tensor, () => writer.Statement(
            "return ",
            PythonExpression.Call(
                "F.batch_norm", "x", "self.running_mean", "self.running_var", "self.weight", "self.bias", "training=False", "eps=self.eps")));
    });

    private void Pool(string name, string text, IEnumerable<string> parameters, string[] construction, params string[] run) =>
        writer.TopLevel($"class {name}(nn.Module):", () =>
        {
            writer.Docstring(text).Line();
            if (construction.Length > 0)
            {
                writer.Function("__init__", ["self", .. parameters], "None", () =>
                {
                    writer.Line("super().__init__()");
                    foreach (var line in construction)
                        writer.Line(line);
                });
                writer.Line();
            }

            writer.Function("forward", Forward, Tensor, () =>
            {
                foreach (var line in run)
                    writer.Line(line);
            });
        });
}
