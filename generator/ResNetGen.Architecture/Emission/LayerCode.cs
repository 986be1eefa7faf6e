using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>The C# of single layers.</summary>
internal static class LayerCode
{
    private const string OnDevice = "device: device, dtype: dtype";

    /// <summary>The type of a layer's module.</summary>
    public static string Type(Layer layer) => layer switch
    {
        Convolution => Names.Modules + "Conv2d",
        BatchNorm => Names.Modules + "BatchNorm2d",
        GroupNorm => Names.Modules + "GroupNorm",
        MaxPool { PadsWithZeros: false } => Names.Modules + "MaxPool2d",
        AveragePool => Names.Modules + "AvgPool2d",
        GlobalAveragePool => Names.Modules + "AdaptiveAvgPool2d",
        Linear => Names.Modules + "Linear",
        Dropout => Names.Modules + "Dropout",
        _ => LibraryCode.ClassOf(layer),
    };

    /// <summary>The expression that makes a layer whose numbers are known.</summary>
    public static string Create(Layer layer) =>
        Create(layer, [.. BlockNumbers.Of(layer).Select(a => Names.Number(a.Value))]);

    /// <summary>The expression that makes a layer from <paramref name="numbers"/>: literals or parameter names.</summary>
    public static string Create(Layer layer, IReadOnlyList<string> numbers) => layer switch
    {
        Convolution c => New("Conv2d", Placed(
            numbers[0],
            numbers[1],
            numbers[2],
            Named("stride", numbers[3], "1"),
            Named("padding", numbers[4], "0"),
            Named("dilation", numbers[5], "1"),
            Named("groups", numbers[6], "1"),
            c.HasBias ? null : "bias: false",
            OnDevice)),
        BatchNorm n => New("BatchNorm2d", Placed(
            numbers[0],
            Named("eps", Names.Number(n.Eps), Names.Number(1e-5)),
            Named("momentum", Names.Number(n.Momentum), Names.Number(0.1)),
            OnDevice)),
        GroupNorm n => New("GroupNorm", Placed(
            numbers[0], numbers[1], Named("eps", Names.Number(n.Eps), Names.Number(1e-5)), OnDevice)),
        FrozenBatchNorm n => $"new {Type(layer)}({numbers[0]}, {Names.Number(n.Eps)}, device, dtype)",
        MaxPool { PadsWithZeros: true } p => $"new {Type(layer)}({string.Join(", ", numbers)}, roundsUp: {Names.Switch(p.Shape.RoundsUp)})",
        MaxPool p => New("MaxPool2d", Placed(numbers[0], numbers[1], numbers[2], p.Shape.RoundsUp ? "null" : null, p.Shape.RoundsUp ? "true" : null)),
        AveragePool p => New("AvgPool2d", Placed(
            numbers[0],
            numbers[1],
            Named("padding", numbers[2], "0"),
            p.Shape.RoundsUp ? "ceil_mode: true" : null,
            p.CountsPadding ? null : "count_include_pad: false")),
        SameAveragePool => $"new {Type(layer)}()",
        BlurPool => $"new {Type(layer)}({numbers[0]})",
        SqueezeExcitation => $"new {Type(layer)}({numbers[0]}, {numbers[1]}, device, dtype)",
        ChannelAttention => $"new {Type(layer)}({numbers[0]}, device, dtype)",
        GlobalAveragePool => New("AdaptiveAvgPool2d", "1"),
        Linear l => New("Linear", Placed(Names.Number(l.In), Names.Number(l.Out), l.HasBias ? null : "false", OnDevice)),
        Dropout d => New("Dropout", Names.Number(d.Rate)),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Kind, "no module stands for this layer"),
    };

    /// <summary>What a layer does, in words.</summary>
    public static string Describe(Layer layer) => layer switch
    {
        Convolution c => $"{Square(c.Shape)} convolution, {c.In} to {c.Out} channels, stride {c.Shape.Stride}",
        BatchNorm n => $"Batch norm of {n.Channels} channels",
        GroupNorm n => $"Group norm of {n.Channels} channels in {n.Groups} groups",
        FrozenBatchNorm n => $"Frozen batch norm of {n.Channels} channels",
        MaxPool p => $"{Square(p.Shape)} max pool, stride {p.Shape.Stride}",
        AveragePool p => $"{Square(p.Shape)} average pool, stride {p.Shape.Stride}",
        BlurPool p => $"Blur, stride {p.Stride}",
        LayerChain c => string.Join("; ", c.Layers.OfType<Convolution>().Select(Describe)),
        GlobalAveragePool => "Mean of each map: [N, C, H, W] to [N, C, 1, 1]",
        Linear l => $"Linear layer, {l.In} to {l.Out}",
        Dropout d => $"Drops a share of {Names.Number(d.Rate)} while training",
        _ => layer.Kind,
    };

    /// <summary>A layer in one word.</summary>
    public static string Noun(Layer layer) => layer switch
    {
        Convolution => "convolution",
        Norm => "norm",
        Dropout => "dropout",
        SqueezeExcitation or ChannelAttention => "attention",
        BlurPool => "blur",
        _ => "pool",
    };

    private static string Square(Window window) => $"{window.Kernel}x{window.Kernel}";

    private static string New(string factory, string arguments) => $"{Names.Nn}.{factory}({arguments})";

    private static string Placed(params string?[] arguments) => string.Join(", ", arguments.Where(a => a is not null));

    private static string? Named(string name, string value, string usual) => value == usual ? null : name + ": " + value;
}
