using ResNetGen.Weights.Naming;

namespace ResNetGen.Weights;

/// <summary>Gives the tensors of a state dict the names of another code base.</summary>
public static class KeyConversion
{
    /// <summary>
    /// Returns the same tensors under other names. What the family does not have keeps its name. The elements stay where
    /// they are; only the classifier's weight may change its shape, between [classes, features] and [classes, features, 1, 1].
    /// </summary>
    /// <param name="tensors">A whole state dict, in any of the namings: what a name means depends on the others.</param>
    /// <param name="naming">Whose names are wanted.</param>
    /// <remarks>Pre-activated networks of timm do not say where a projection's layers lie behind a pool (<c>avg_down</c>):
    /// into the other namings they become <c>downsample.0</c> and <c>.1</c>.</remarks>
    /// <exception cref="ArgumentException">Two tensors would get the same name.</exception>
    public static IReadOnlyList<CheckpointTensor> Convert(IEnumerable<CheckpointTensor> tensors, KeyNaming naming)
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var all = tensors.ToList();
        var state = new NamedState(all.ConvertAll(t => (t.Name, t.Shape.Count)));
        var style = new KeyStyle(naming, state);
        var converted = all.ConvertAll(tensor => state.RoleOf(tensor.Name) is { } role
            ? new RenamedTensor(tensor, style.NameOf(role, NamedState.ProjectionIndexOf(tensor.Name)), ShapeOf(tensor, role, style))
            : tensor);
        if (converted.GroupBy(t => t.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice)
        {
            var names = string.Join("' and '", all.Zip(converted).Where(p => p.Second.Name == twice.Key).Select(p => p.First.Name));
            throw new ArgumentException($"'{names}' would all be called '{twice.Key}'.", nameof(tensors));
        }

        return converted;
    }

    private static IReadOnlyList<long> ShapeOf(CheckpointTensor tensor, KeyRole role, KeyStyle style)
    {
        if (role is not { Part: KeyPart.Classifier, Tensor: "weight" })
            return tensor.Shape;

        return (tensor.Shape, style.ClassifierIsConvolution) switch
        {
            ({ Count: 2 } shape, true) => [.. shape, 1, 1],
            ([_, _, 1, 1] shape, false) => [shape[0], shape[1]],
            var (shape, _) => shape,
        };
    }
}
