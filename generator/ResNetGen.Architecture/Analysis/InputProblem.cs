using System.Globalization;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Analysis;

/// <summary>A layer whose map is too small for it.</summary>
/// <param name="Layer">The first such layer.</param>
/// <param name="SmallestSquare">The smallest height and width, equal, that the network takes; null where none is allowed.</param>
public sealed record InputProblem(LayerReport Layer, int? SmallestSquare)
{
    /// <summary>The layer's window, for the message.</summary>
    public string Window => string.Format(
        CultureInfo.InvariantCulture, "{0}x{0}, stride {1}", Layer.Layer.Window.Kernel, Layer.Layer.Window.Stride);

    /// <summary>The layer's map, for the message.</summary>
    public string Map => string.Format(CultureInfo.InvariantCulture, "{0}x{1}", Layer.Input.Height, Layer.Input.Width);

    /// <summary>What would fit, for the message.</summary>
    public string Advice => SmallestSquare is { } side
        ? string.Format(CultureInfo.InvariantCulture, "the smallest square input is {0}x{0}", side)
        : string.Format(CultureInfo.InvariantCulture, "no input up to {0}x{0} is large enough", Bounds.Extent);

    /// <summary>Returns why <paramref name="input"/> is too small for <paramref name="network"/>, or null.</summary>
    public static InputProblem? Find(Network network, ImageShape input, CancellationToken cancellation = default) =>
        FirstFailure(network, input, cancellation) is { } layer ? new InputProblem(layer, Smallest(network, input.Channels, cancellation)) : null;

    private static LayerReport? FirstFailure(Network network, ImageShape input, CancellationToken cancellation) => NetworkWalk.DistinctLayers(network, input, cancellation)
        .FirstOrDefault(l => l.Output.Height < 1 || l.Output.Width < 1
            || (l.Layer.Window.Stride > Math.Min(l.Input.Height, l.Input.Width) && l.Stage < network.Stages.Count));

    private static int? Smallest(Network network, int channels, CancellationToken cancellation)
    {
        var (low, high) = (1, Bounds.Extent + 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (FirstFailure(network, new ImageShape(channels, middle, middle), cancellation) is null)
                high = middle;
            else
                low = middle + 1;
        }

        return high <= Bounds.Extent ? high : null;
    }
}
