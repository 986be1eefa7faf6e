using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>The C# of layers that TorchSharp has no module for: a small class each, written where a network needs it.</summary>
internal sealed class LibraryCode(CodeWriter writer)
{
    /// <summary>The classes' names.</summary>
    public static readonly string[] ClassNames =
    [
        "FrozenBatchNorm", "ZeroPaddedMaxPool", "SameAveragePool", "BlurPool", "SqueezeExcitation", "ChannelAttention",
    ];

    /// <summary>The class that stands for a layer.</summary>
    public static string ClassOf(Layer layer) => layer switch
    {
        FrozenBatchNorm => ClassNames[0],
        MaxPool { PadsWithZeros: true } => ClassNames[1],
        SameAveragePool => ClassNames[2],
        BlurPool => ClassNames[3],
        SqueezeExcitation => ClassNames[4],
        ChannelAttention => ClassNames[5],
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Kind, "no module stands for this layer"),
    };

    /// <summary>Writes the classes that <paramref name="layers"/> need.</summary>
    public void Write(IEnumerable<Layer> layers)
    {
        var all = layers.ToList();
        if (all.OfType<FrozenBatchNorm>().Any())
            WriteFrozenBatchNorm();
        if (all.OfType<MaxPool>().Any(p => p.PadsWithZeros))
        {
            Row(ClassNames[1], "A max pool that pads with zeros.", "long kernel, long stride, long padding, bool roundsUp", [
                ("pad", $"{Names.Nn}.ZeroPad2d(padding)"), ("pool", $"{Names.Nn}.MaxPool2d(kernel, stride, 0, null, roundsUp)"),
            ]);
        }

        if (all.OfType<SameAveragePool>().Any())
        {
            Row(ClassNames[2], "The mean of 2x2 values at stride 1; a row of zeros below and a column on the right keep the size.", "", [
                ("pad", $"{Names.Nn}.ZeroPad2d((0, 1, 0, 1))"), ("pool", $"{Names.Nn}.AvgPool2d(2, 1)"),
            ]);
        }

        if (all.OfType<BlurPool>().Any())
        {
            Row(ClassNames[3], "The filter outer([1, 2, 1]) / 16 over reflected borders, with a stride: two 2x2 means in a row.", "long stride", [
                ("pad", $"{Names.Nn}.ReflectionPad2d(1)"), ("blur", $"{Names.Nn}.AvgPool2d(2, 1)"), ("pool", $"{Names.Nn}.AvgPool2d(2, stride)"),
            ]);
        }

        if (all.OfType<SqueezeExcitation>().Any())
            WriteSqueezeExcitation();
        if (all.OfType<ChannelAttention>().Any())
            WriteChannelAttention();
    }

    private void WriteFrozenBatchNorm() => Class(ClassNames[0], "Batch norm of [N, C, H, W] whose four tensors are buffers that never change.", () =>
    {
        writer.Line("private readonly double _eps;").Line();
        writer.Line($"internal FrozenBatchNorm(long channels, double eps, {Names.DeviceParameters})");
        writer.Indented(": base(\"FrozenBatchNorm\")");
        writer.Braces(() =>
        {
            writer.Line("_eps = eps;");
            foreach (var (name, value) in new[] { ("weight", "ones"), ("bias", "zeros"), ("running_mean", "zeros"), ("running_var", "ones") })
                writer.Line($"register_buffer(\"{name}\", {Names.Torch}.{value}(new long[] {{ channels }}, dtype: dtype, device: device));");
        });
        Forward(() => writer
            .Line($"return {Names.Nn}.functional.batch_norm(")
            .Indented("input, get_buffer(\"running_mean\")!, get_buffer(\"running_var\")!, get_buffer(\"weight\")!, get_buffer(\"bias\")!, false, 0.0, _eps);"));
    });

    private void WriteSqueezeExcitation() => Class(ClassNames[4], "Weighs each channel of [N, C, H, W] by a function of all channels' means (Hu et al. 2017).", () =>
    {
        writer.Summary("The 1x1 convolution to the hidden channels.").Line($"public {Names.Modules}Conv2d Fc1 {{ get; }}").Line();
        writer.Summary("The 1x1 convolution back.").Line($"public {Names.Modules}Conv2d Fc2 {{ get; }}").Line();
        writer.Line($"internal SqueezeExcitation(long channels, long hidden, {Names.DeviceParameters})");
        writer.Indented(": base(\"SqueezeExcitation\")");
        writer.Braces(() => writer
            .Line($"Fc1 = {Names.Nn}.Conv2d(channels, hidden, 1, device: device, dtype: dtype);")
            .Line($"Fc2 = {Names.Nn}.Conv2d(hidden, channels, 1, device: device, dtype: dtype);")
            .Line("register_module(\"fc1\", Fc1);")
            .Line("register_module(\"fc2\", Fc2);"));
        Forward(() => writer
            .Line("using var means = input.mean(new long[] { 2, 3 }, true);")
            .Line("using var hidden = Relu(Fc1.call(means));")
            .Line("using var scores = Fc2.call(hidden);")
            .Line("using var weights = scores.sigmoid();")
            .Line("return input.mul(weights);"));
    });

    private void WriteChannelAttention() => Class(ClassNames[5], "Weighs each channel of [N, C, H, W] by its neighbours' means (Wang et al. 2019).", () =>
    {
        writer.Summary("The convolution over the channels.").Line($"public {Names.Modules}Conv1d Conv {{ get; }}").Line();
        writer.Line($"internal ChannelAttention(long kernel, {Names.DeviceParameters})");
        writer.Indented(": base(\"ChannelAttention\")");
        writer.Braces(() => writer
            .Line($"Conv = {Names.Nn}.Conv1d(1, 1, kernel, 1, (kernel - 1) / 2, bias: false, device: device, dtype: dtype);")
            .Line("register_module(\"conv\", Conv);"));
        Forward(() => writer
            .Line("using var means = input.mean(new long[] { 2, 3 });")
            .Line("using var row = means.unsqueeze(1);")
            .Line("using var mixed = Conv.call(row);")
            .Line("using var scores = mixed.sigmoid();")
            .Line("using var column = scores.transpose(1, 2);")
            .Line("using var weights = column.unsqueeze(3);")
            .Line("return input.mul(weights);"));
    });

    // Modules without state, one behind the other.
    private void Row(string name, string summary, string parameters, (string Key, string Create)[] parts) => Class(name, summary, () =>
    {
        foreach (var (key, _) in parts)
            writer.Line($"private readonly {Names.Module} _{key};");

        writer.Line().Line($"internal {name}({parameters})").Indented($": base(\"{name}\")");
        writer.Braces(() =>
        {
            foreach (var (key, create) in parts)
                writer.Line($"_{key} = {create};");
            foreach (var (key, _) in parts)
                writer.Line($"register_module(\"{key}\", _{key});");
        });
        Forward(() =>
        {
            var before = "input";
            for (var i = 0; i < parts.Length - 1; i++)
            {
                writer.Line($"using var x{Names.Number(i)} = _{parts[i].Key}.call({before});");
                before = "x" + Names.Number(i);
            }

            writer.Line($"return _{parts[parts.Length - 1].Key}.call({before});");
        });
    });

    private void Class(string name, string summary, Action body)
    {
        writer.Line().Summary(summary).Line(Names.GeneratedCode);
        writer.Braces($"public sealed class {name} : {Names.Module}", body);
    }

    private void Forward(Action body)
    {
        writer.Line();
        Reflection.Off(writer);
        writer.Line().Line("/// <inheritdoc/>");
        writer.Braces($"public override {Names.Tensor} forward({Names.Tensor} input)", body);
    }
}
