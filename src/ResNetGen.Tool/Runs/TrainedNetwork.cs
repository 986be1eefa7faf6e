using ResNetGen.Architecture;
using ResNetGen.Tool.Probing;
using ResNetGen.Tool.Specs;
using ResNetGen.Training.Data;
using ResNetGen.Training.Reports;
using static TorchSharp.torch;

namespace ResNetGen.Tool.Runs;

/// <summary>A network that is trained or measured.</summary>
/// <param name="Said">Its spec, as it was asked for.</param>
/// <param name="Spec">The network.</param>
internal sealed record TrainedNetwork(string Said, CompiledSpec Spec)
{
    public string Name => Spec.Network.Name;

    public NetworkFacts Facts => new(Spec.Text, Spec.Analysis.Depth, Spec.Analysis.Total.Parameters, Spec.Analysis.Total.Macs);

    /// <summary>Compiles specs; each must have a name of its own.</summary>
    public static List<TrainedNetwork> LoadAll(IReadOnlyList<string> said)
    {
        var networks = said.Zip(SpecLoader.LoadAll(said, input: null), (s, spec) => new TrainedNetwork(s, spec)).ToList();
        foreach (var network in networks.Where(n => n.Spec.Network.Head is null))
            throw new ToolException(ExitCode.BadSpec, $"resnetgen: '{network.Said}' has no head: what does not tell classes cannot be trained or measured here");

        return networks;
    }

    /// <summary>Ends the command where the network tells other classes than the pictures have.</summary>
    public void NeedClasses(IImageSource pictures)
    {
        var (own, theirs) = (Spec.Network.Head!.Classes, pictures.Classes.Count);
        if (own != theirs)
            throw new ToolException(ExitCode.BadSpec, FormattableString.Invariant($"resnetgen: {Name} tells {own} classes, but {pictures.Name} has {theirs}: the spec needs 'head: {{ classes: {theirs} }}'"));
    }

    /// <summary>Returns a new module of the generated class; what its constructor draws follows from the seed.</summary>
    public nn.Module<Tensor, Tensor> Create(ulong seed)
    {
        manual_seed(unchecked((long)seed));
        return GeneratedAssembly.Create(Spec);
    }
}
