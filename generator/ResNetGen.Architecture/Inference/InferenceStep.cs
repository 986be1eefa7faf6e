using ResNetGen.Architecture.Networks;

namespace ResNetGen.Architecture.Inference;

/// <summary>What inference computes in one go: a layer, with what follows it.</summary>
/// <param name="Layer">The layer; its key is relative to the network or the block, chains taken apart.</param>
/// <param name="Folded">The norm behind a convolution that becomes part of its weights, or null.</param>
/// <param name="Activation">The activation of the result, or null.</param>
public sealed record InferenceStep(Layer Layer, Norm? Folded = null, Activation? Activation = null)
{
    /// <summary>
    /// Returns what inference makes of layers in a row: batch norms behind convolutions become part of them, dropout
    /// goes, an activation joins what is before it.
    /// </summary>
    public static IReadOnlyList<InferenceStep> Of(IEnumerable<Layer> layers)
    {
        var steps = new List<InferenceStep>();
        foreach (var layer in LayerChain.Flatten(layers).Where(l => l is not Dropout))
        {
            var last = steps.Count == 0 ? null : steps[steps.Count - 1];
            var joined = (last, layer) switch
            {
                ({ Layer: Convolution, Folded: null, Activation: null }, BatchNorm or FrozenBatchNorm) => last with { Folded = (Norm)layer },
                ({ Layer: not Networks.Activation, Activation: null }, Activation activation) => last with { Activation = activation },
                _ => null,
            };
            if (joined is null)
                steps.Add(new InferenceStep(layer));
            else
                steps[steps.Count - 1] = joined;
        }

        return steps;
    }
}
