using System.Globalization;
using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Lowering;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.Architecture.Yaml;

namespace ResNetGen.Architecture;

/// <summary>A spec that proved possible: its network and what is known of it.</summary>
/// <param name="Network">Every layer, resolved.</param>
/// <param name="Analysis">Shapes and costs for the declared input.</param>
/// <remarks>Two are equal where the networks are, however their specs say it.</remarks>
public sealed record CompiledSpec(Network Network, NetworkAnalysis Analysis)
{
    /// <summary>The spec as YAML, with all that it extends and with its name: it needs no other file.</summary>
    public string Text { get; private init; } = "";

    /// <inheritdoc/>
    public bool Equals(CompiledSpec? other) => other is not null && Network.Equals(other.Network) && Analysis.Equals(other.Analysis);

    /// <inheritdoc/>
    public override int GetHashCode() => Network.GetHashCode();

    /// <summary>Goes the whole way from values to an analysed network; null after an error was found.</summary>
    /// <param name="values">The spec, with everything that it extends laid under it.</param>
    /// <param name="fallbackName">The name where the spec gives none.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static CompiledSpec? Compile(
        SpecMapping values, string fallbackName, Findings findings, CancellationToken cancellation = default)
    {
        if (ResNetSpec.Read(values, fallbackName, findings) is not { } spec
            || NetworkBuilder.Build(spec, findings, cancellation) is not { } network
            || !Fits(spec, network, findings, cancellation))
        {
            return null;
        }

        try
        {
            var analysis = Analyser.Analyse(network, cancellation);
            WarnOfDeadTaps(spec, analysis, findings);
            return new CompiledSpec(network, analysis) { Text = StandaloneText.Of(values, network.Name) };
        }
        catch (OverflowException)
        {
            findings.Add(Rules.TooLarge, spec.Input.Site);
            return null;
        }
    }

    private static bool Fits(ResNetSpec spec, Network network, Findings findings, CancellationToken cancellation)
    {
        if (InputProblem.Find(network, network.Input, cancellation) is { } small)
        {
            if (small.Layer is { Stage: -1, Layer: MaxPool or AveragePool, Output: { Height: < 1 } or { Width: < 1 } } && spec.Stem.Find(StemKeys.Pool) is { } pool)
                findings.Add(Rules.PoolTooLarge, pool.Site, $"the stem's pool ({small.Window}) is larger than its map of {small.Map}");
            else
                findings.Add(Rules.InputTooSmall, spec.Input.Site, network.Input, small.Layer.Path, small.Window, small.Map, small.Advice);

            return false;
        }

        if (AdditionProblem.Find(network, network.Input, cancellation) is { } sides)
        {
            findings.Add(Rules.SidesDiffer, CulpritOf(spec.Stages[sides.Stage]), sides.Path, sides.Main, sides.Aside);
            return false;
        }

        return true;
    }

    // The setting that usually parts the two sides, where one is said.
    private static Site CulpritOf(StageSpec stage) =>
        stage.Find(BlockKeys.StridedPadding)?.Site
        ?? (stage.Find(BlockKeys.AntiAliasing) is { Value: AntiAliasing.Average } average ? average.Site : (Site?)null)
        ?? stage.Site;

    private static void WarnOfDeadTaps(ResNetSpec spec, NetworkAnalysis analysis, Findings findings)
    {
        foreach (var layer in DeadTaps.Find(analysis))
        {
            var window = layer.Layer.Window;
            var site = layer.Stage >= 0 && layer.Stage < spec.Stages.Count
                ? (spec.Stages[layer.Stage].FindOwn(StageKeys.Dilation)?.Site ?? spec.Stages[layer.Stage].FindOwn(StageKeys.MultiGrid)?.Site)
                : null;
            findings.Add(
                Rules.WindowBeyondMap,
                site ?? spec.Input.Site,
                string.Format(CultureInfo.InvariantCulture, "{0}x{0}", window.Kernel),
                layer.Path,
                (window.Dilation * (window.Kernel - 1)) + 1,
                string.Format(CultureInfo.InvariantCulture, "{0}x{1}", layer.Input.Height, layer.Input.Width));
        }
    }
}
