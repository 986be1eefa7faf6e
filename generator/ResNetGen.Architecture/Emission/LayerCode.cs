using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Emission;

/// <summary>The C# of single layers.</summary>
internal static class LayerCode
{
    /// <summary>The type of a layer's module.</summary>
    public static string Type(Layer layer) => layer is LayerChain chain ? ChainCode.ClassName(chain) : Names.Modules + layer switch
    {
        Convolution => "Conv2d",
        BatchNorm => "BatchNorm2d",
        MaxPool => "MaxPool2d",
        AveragePool => "AvgPool2d",
        GlobalAveragePool => "AdaptiveAvgPool2d",
        Linear => "Linear",
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Kind, "no module stands for this layer"),
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
        MaxPool p => New("MaxPool2d", Placed(
            Names.Number(p.Shape.Kernel), Names.Number(p.Shape.Stride), Names.Number(p.Shape.Padding))),
        AveragePool p => New("AvgPool2d", Placed(
            Names.Number(p.Shape.Kernel), Names.Number(p.Shape.Stride), Names.Number(p.Shape.Padding))),
        GlobalAveragePool => New("AdaptiveAvgPool2d", "1"),
        Linear l => New("Linear", Placed(Names.Number(l.In), Names.Number(l.Out), OnDevice)),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Kind, "no module stands for this layer"),
    };

    /// <summary>What a layer does, in words.</summary>
    public static string Describe(Layer layer) => layer switch
    {
        Convolution c => $"{c.Shape.Kernel}x{c.Shape.Kernel} convolution, {c.In} to {c.Out} channels, stride {c.Shape.Stride}",
        BatchNorm n => $"Batch norm of {n.Channels} channels",
        MaxPool p => $"{p.Shape.Kernel}x{p.Shape.Kernel} max pool, stride {p.Shape.Stride}",
        AveragePool p => $"{p.Shape.Kernel}x{p.Shape.Kernel} average pool, stride {p.Shape.Stride}",
        LayerChain c => string.Join(", ", c.Layers.OfType<Convolution>().Select(Describe)),
        GlobalAveragePool => "Mean of each map: [N, C, H, W] to [N, C, 1, 1]",
        Linear l => $"Linear layer, {l.In} to {l.Out}",
        _ => layer.Kind,
    };

    private const string OnDevice = "device: device, dtype: dtype";

    private static string New(string factory, string arguments) => $"{Names.Nn}.{factory}({arguments})";

    private static string Placed(params string?[] arguments) => string.Join(", ", arguments.Where(a => a is not null));

    private static string? Named(string name, string value, string usual) => value == usual ? null : name + ": " + value;
}
