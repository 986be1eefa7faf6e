using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using static ResNetGen.Export.PyTorch.PythonExpression;

namespace ResNetGen.Export.PyTorch;

/// <summary>The Python of single layers.</summary>
internal static class PythonLayers
{
    /// <summary>The expression that makes a layer whose numbers are known.</summary>
    public static PythonExpression Create(Layer layer) =>
        Create(layer, [.. BlockNumbers.Of(layer).Select(a => PythonNames.Number(a.Value))]);

    /// <summary>The expression that makes a layer from <paramref name="numbers"/>: literals or parameter names.</summary>
    public static PythonExpression Create(Layer layer, IReadOnlyList<string> numbers) => layer switch
    {
        Convolution c => Call(
            "nn.Conv2d",
            numbers[0],
            numbers[1],
            numbers[2],
            Named("stride", numbers[3], "1"),
            Named("padding", numbers[4], "0"),
            Named("dilation", numbers[5], "1"),
            Named("groups", numbers[6], "1"),
            c.HasBias ? null : "bias=False"),
        BatchNorm n => Call("nn.BatchNorm2d", numbers[0], Eps(n.Eps), n.Momentum == 0.1 ? null : "momentum=" + PythonNames.Number(n.Momentum)),
        GroupNorm n => Call("nn.GroupNorm", numbers[0], numbers[1], Eps(n.Eps)),
        FrozenBatchNorm n => Call("FrozenBatchNorm2d", numbers[0], Eps(n.Eps)),
        MaxPool p => Call(
            p.PadsWithZeros ? "ZeroPaddedMaxPool2d" : "nn.MaxPool2d",
            numbers[0],
            "stride=" + numbers[1],
            Named("padding", numbers[2], "0"),
            p.Shape.RoundsUp ? "ceil_mode=True" : null),
        AveragePool p => Call(
            "nn.AvgPool2d",
            numbers[0],
            "stride=" + numbers[1],
            Named("padding", numbers[2], "0"),
            p.Shape.RoundsUp ? "ceil_mode=True" : null,
            p.CountsPadding ? null : "count_include_pad=False"),
        SameAveragePool => Call("SameAvgPool2d"),
        BlurPool => Call("BlurPool2d", numbers[0]),
        SqueezeExcitation => Call("SqueezeExcitation", numbers[0], numbers[1]),
        ChannelAttention => Call("ChannelAttention", numbers[0]),
        GlobalAveragePool => Call("nn.AdaptiveAvgPool2d", "1"),
        Linear l => Call("nn.Linear", PythonNames.Number(l.In), PythonNames.Number(l.Out), l.HasBias ? null : "bias=False"),
        Dropout d => Call("nn.Dropout", PythonNames.Number(d.Rate)),
        Activation a => Module(a.Function),
        LayerChain chain => Sequential(chain, Create),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer.Kind, "no module stands for this layer"),
    };

    /// <summary>The expression that makes layers in a row, each made by <paramref name="create"/>, under the keys that they have.</summary>
    public static PythonExpression Sequential(LayerChain chain, Func<Layer, PythonExpression> create) =>
        Sequential([.. chain.Layers.Select(l => (l.Key, create(l)))]);

    /// <summary>The activation of a tensor that nobody else needs, or of one that lives on.</summary>
    public static string Activate(ActivationKind function, string tensor, bool isOwned) => function switch
    {
        ActivationKind.Relu => isOwned ? $"F.relu({tensor}, inplace=True)" : $"F.relu({tensor})",
        ActivationKind.Relu6 => $"F.relu6({tensor})",
        ActivationKind.LeakyRelu => $"F.leaky_relu({tensor}, 0.01)",
        ActivationKind.Elu => $"F.elu({tensor})",
        ActivationKind.Silu => $"F.silu({tensor})",
        ActivationKind.Gelu => $"F.gelu({tensor})",
        _ => $"F.hardswish({tensor})",
    };

    private static PythonExpression Module(ActivationKind function) => function switch
    {
        ActivationKind.Relu => Call("nn.ReLU", "inplace=True"),
        ActivationKind.Relu6 => Call("nn.ReLU6"),
        ActivationKind.LeakyRelu => Call("nn.LeakyReLU", "0.01"),
        ActivationKind.Elu => Call("nn.ELU"),
        ActivationKind.Silu => Call("nn.SiLU"),
        ActivationKind.Gelu => Call("nn.GELU"),
        _ => Call("nn.Hardswish"),
    };

    private static PythonExpression Sequential(List<(string Key, PythonExpression Layer)> layers)
    {
        var groups = layers.GroupBy(l => l.Key.Split('.')[0], StringComparer.Ordinal)
            .Select(g => (g.Key, Layer: g.First().Key == g.Key
                ? g.First().Layer
                : Sequential([.. g.Select(l => (l.Key[(g.Key.Length + 1)..], l.Layer))])))
            .ToList();
        if (!groups.TrueForAll(g => char.IsAsciiDigit(g.Key[0])))
        {
            var pairs = groups.Select(g => new PythonExpression("(", [Atom($"\"{g.Key}\""), g.Layer], ")"));
            return Of("nn.Sequential", [Of("OrderedDict", [new PythonExpression("[", [.. pairs], "]")])]);
        }

        // A place that nothing takes keeps its number.
        var places = new List<PythonExpression>();
        foreach (var (key, layer) in groups)
        {
            for (var place = int.Parse(key, System.Globalization.CultureInfo.InvariantCulture); places.Count < place;)
                places.Add(Call("nn.Identity"));

            places.Add(layer);
        }

        return Of("nn.Sequential", places);
    }

    private static string? Eps(double eps) => eps == 1e-5 ? null : "eps=" + PythonNames.Number(eps);

    private static string? Named(string name, string value, string usual) => value == usual ? null : name + "=" + value;
}
