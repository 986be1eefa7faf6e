using System.Globalization;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Tests.Support;

/// <summary>Layers in one line: key, channels, and whatever is not the usual.</summary>
internal static class Sketch
{
    /// <summary>The layers one behind the other, chains taken apart: <c>conv1:64>64 3x3 p1, bn1:64 batch, relu</c>.</summary>
    public static string Of(IEnumerable<Layer> layers) => string.Join(", ", LayerChain.Flatten(layers).Select(Of));

    /// <summary>The main path of a block.</summary>
    public static string Path(Block block) => Of(block.MainPath.Concat(block.After is { } after ? [after] : []));

    /// <summary>The shortcut of a block; a projection without the name that all have.</summary>
    public static string Aside(Block block) => block.Shortcut switch
    {
        IdentityShortcut => "identity",
        NoShortcut => "none",
        SubsampledShortcut s => Text("subsampled/{0}", s.Stride),
        PaddedShortcut p => Text("padded/{0} {1}+{2}", p.Stride, p.Before, p.After),
        _ => Of(block.Shortcut.Layers).Replace("downsample.", ""),
    };

    /// <summary>The shortcuts of a stage, first block to last.</summary>
    public static IEnumerable<string> Asides(Stage stage) => stage.Blocks.Select(Aside);

    /// <summary>The convolutions of a block's main path, without their names.</summary>
    public static IEnumerable<Convolution> Convolutions(Block block) => block.MainPath.OfType<Convolution>();

    /// <summary>One layer.</summary>
    public static string Of(Layer layer) => layer switch
    {
        Convolution c => Text("{0}:{1}>{2} {3}{4}{5}", c.Key, c.In, c.Out, Window(c.Shape), Unless(c.Groups, 1, " g"), c.HasBias ? " bias" : ""),
        Linear l => Text("{0}:{1}>{2}{3}", l.Key, l.In, l.Out, l.HasBias ? " bias" : ""),
        BatchNorm n => Text("{0}:{1} batch{2}{3}", n.Key, n.Channels, Unless(n.Eps, 1e-5, " eps "), Unless(n.Momentum, 0.1, " momentum ")),
        FrozenBatchNorm n => Text("{0}:{1} frozen{2}", n.Key, n.Channels, Unless(n.Eps, 1e-5, " eps ")),
        GroupNorm n => Text("{0}:{1} group {2}{3}", n.Key, n.Channels, n.Groups, Unless(n.Eps, 1e-5, " eps ")),
        Activation a => a.Kind,
        MaxPool p => Text("{0}:max {1}{2}", p.Key, Window(p.Shape), p.PadsWithZeros ? " zeros" : ""),
        AveragePool p => Text("{0}:average {1}{2}", p.Key, Window(p.Shape), p.CountsPadding ? "" : " uncounted"),
        SameAveragePool p => p.Key + ":average same",
        BlurPool p => Text("{0}:blur /{1}", p.Key, p.Stride),
        GlobalAveragePool p => p.Key + ":mean",
        SqueezeExcitation s => Text("{0}:{1}>{2} se", s.Key, s.Channels, s.Hidden),
        ChannelAttention e => Text("{0}:{1} eca {2}", e.Key, e.Channels, e.Kernel),
        Dropout d => Text("{0}:{1}", d.Key, d.Rate),
        _ => throw new ArgumentException(layer.Kind, nameof(layer)),
    };

    private static string Window(Window window) => Text(
        "{0}x{0}{1}{2}{3}{4}",
        window.Kernel,
        Unless(window.Stride, 1, "/"),
        Unless(window.Padding, 0, " p"),
        Unless(window.Dilation, 1, " d"),
        window.RoundsUp ? " ceil" : "");

    private static string Unless<T>(T value, T usual, string mark)
        where T : IEquatable<T> => value.Equals(usual) ? "" : Text("{0}{1}", mark, value);

    private static string Text(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
