using ResNetGen.Architecture.Analysis;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Lowering;
using ResNetGen.Architecture.Networks;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;

namespace ResNetGen.Architecture;

/// <summary>A spec that proved possible: its network and what is known of it.</summary>
/// <param name="Network">Every layer, resolved.</param>
/// <param name="Analysis">Shapes and costs for the declared input.</param>
public sealed record CompiledSpec(Network Network, NetworkAnalysis Analysis)
{
    /// <summary>Goes the whole way from values to an analysed network; null after an error was found.</summary>
    /// <param name="values">The spec, with everything that it extends laid under it.</param>
    /// <param name="fallbackName">The name where the spec gives none.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static CompiledSpec? Compile(
        SpecMapping values, string fallbackName, Findings findings, CancellationToken cancellation = default)
    {
        if (ResNetSpec.Read(values, fallbackName, findings) is not { } spec
            || NetworkBuilder.Build(spec, findings, cancellation) is not { } network)
        {
            return null;
        }

        if (InputProblem.Find(network, network.Input) is { } problem)
        {
            var layer = problem.Layer;
            findings.Add(
                Rules.InputTooSmall, spec.Input.Site,
                network.Input, layer.Path, layer.Layer.Window.Stride,
                $"{layer.Input.Height}x{layer.Input.Width}", problem.Advice);
            return null;
        }

        try
        {
            return new CompiledSpec(network, Analyser.Analyse(network, cancellation));
        }
        catch (OverflowException)
        {
            findings.Add(Rules.TooLarge, spec.Site);
            return null;
        }
    }
}
