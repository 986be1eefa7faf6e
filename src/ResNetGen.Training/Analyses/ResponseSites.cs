using ResNetGen.Training.Evaluation;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ResNetGen.Training.Analyses;

/// <summary>Where the responses of a network's 3x3 layers come out.</summary>
/// <remarks>
/// A layer is a 3x3 convolution on the main path: not in a shortcut (<c>downsample</c>). Its response is what the norm gives that takes the
/// convolution's output, in the same module or the one around it: after the norm, before activation or addition. Where there is none (the last
/// convolution of a pre-activated block, a network without norms), it is the convolution's own output. Found by running the network once,
/// so that neither names nor the order of registration matter.
/// </remarks>
internal sealed class ResponseSites
{
    private readonly List<(string Layer, nn.Module<Tensor, Tensor> Source)> _sites = [];

    // The last convolution's output, and which site is its.
    private Tensor? _output;
    private int _index;

    /// <summary>Each layer's name, and the module whose output is its response, in the order in which they run.</summary>
    public static IReadOnlyList<(string Layer, nn.Module<Tensor, Tensor> Source)> Of(nn.Module<Tensor, Tensor> network, Tensor images)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var modes = new EvaluationModes(network);
        using var hooks = new ForwardHooks();
        var sites = new ResponseSites();
        foreach (var (name, module) in network.named_modules())
        {
            if (module is not nn.Module<Tensor, Tensor> layer)
                continue;

            if (module is Conv2d convolution && IsThreeByThree(convolution) && !IsShortcut(name))
                hooks.Add(layer, (_, output) => sites.AddConvolution(name, layer, output));
            else if (IsNorm(module))
                hooks.Add(layer, (input, _) => sites.AddNorm(name, layer, input));
        }

        network.call(images);
        return sites._sites;
    }

    private void AddConvolution(string name, nn.Module<Tensor, Tensor> convolution, Tensor output)
    {
        // A module that runs twice is one layer.
        if (_sites.Exists(s => s.Layer == name))
            return;

        _output = output;
        _index = _sites.Count;
        _sites.Add((name, convolution));
    }

    private void AddNorm(string name, nn.Module<Tensor, Tensor> norm, Tensor input)
    {
        // What was added in place is the same tensor: the norm behind it, of the next block or of the whole network, is not the layer's.
        var (around, own) = (ParentOf(name), _output is null ? "" : ParentOf(_sites[_index].Layer));
        if (!ReferenceEquals(input, _output) || (around != own && around != ParentOf(own)))
            return;

        _sites[_index] = (_sites[_index].Layer, norm);
        _output = null;
    }

    private static bool IsThreeByThree(Conv2d convolution) => convolution.weight is { } weight && weight.shape is [_, _, 3, 3];

    private static bool IsShortcut(string name) => name.Split('.').Contains("downsample");

    // Batch and group norms, and what else has one weight per channel: frozen norms are modules of the generated class.
    private static bool IsNorm(nn.Module module) =>
        module is BatchNorm2d or GroupNorm
        || (!module.named_children().Any()
            && (module.named_parameters(false).Any(p => IsPerChannel(p.name, p.parameter)) || module.named_buffers(false).Any(b => IsPerChannel(b.name, b.buffer))));

    private static bool IsPerChannel(string name, Tensor tensor) => name == "weight" && tensor.ndim == 1;

    private static string ParentOf(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[..dot] : "";
}
