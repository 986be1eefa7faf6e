using System.Reflection;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Makes and compares networks for inference, whatever the class.</summary>
internal static class InferenceCheck
{
    /// <summary>The largest difference of float32 that is rounding, relative to the largest number.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>Returns what <paramref name="network"/>'s ToInference makes.</summary>
    public static nn.Module<Tensor, Tensor> Of(nn.Module<Tensor, Tensor> network, InferenceOptions? options = null) =>
        (nn.Module<Tensor, Tensor>)network.GetType().GetMethod("ToInference")!.Invoke(network, [options])!;

    /// <summary>
    /// Gives every norm weights and statistics of its own: with those that it begins with, a fold that does nothing
    /// would not show. Convolutions that begin with zeros get others, too. Branches stay weaker than what goes past them, so that a thousand blocks do not blow up.
    /// </summary>
    public static void Scatter(nn.Module network)
    {
        using var noGrad = no_grad();
        foreach (var (key, value) in network.state_dict())
        {
            if (key.EndsWith("running_var", StringComparison.Ordinal))
                value.uniform_(0.5, 1.5);
            else if (key.EndsWith("running_mean", StringComparison.Ordinal) || key.EndsWith("bias", StringComparison.Ordinal))
                value.normal_(0, 0.1);
            else if (value.ndim == 1 && key.EndsWith("weight", StringComparison.Ordinal))
                value.uniform_(0.3, 0.6);
            else if (value.ndim == 4 && StartsWithZero(value))
                value.normal_(0, 0.05);
        }
    }

    /// <summary>The largest difference between what two networks make of <paramref name="input"/>, maps included, relative to the largest number.</summary>
    public static double Difference(nn.Module<Tensor, Tensor> expected, nn.Module<Tensor, Tensor> actual, Tensor input)
    {
        using var noGrad = no_grad();
        using var left = expected.call(input);
        using var right = actual.call(input);
        return Math.Max(Difference(left, right), DifferenceOfMaps(expected, actual, input));
    }

    /// <summary>The largest difference between the maps that two networks' Features return, relative to the largest number of each.</summary>
    public static double DifferenceOfMaps(nn.Module<Tensor, Tensor> expected, nn.Module<Tensor, Tensor> actual, Tensor input)
    {
        using var noGrad = no_grad();
        using var maps = Features(expected, input);
        using var others = Features(actual, input);
        return maps.GetType().GetProperties().Where(p => p.PropertyType == typeof(Tensor))
            .Max(p => Difference((Tensor)p.GetValue(maps)!, (Tensor)p.GetValue(others)!));
    }

    /// <summary>The largest difference between two tensors, relative to the largest number.</summary>
    public static double Difference(Tensor expected, Tensor actual)
    {
        if (!expected.shape.SequenceEqual(actual.shape) || actual.dtype != ScalarType.Float32)
            throw new InvalidOperationException($"{actual.dtype} [{string.Join(", ", actual.shape)}] in place of [{string.Join(", ", expected.shape)}]");

        using var scope = NewDisposeScope();
        var size = expected.abs().max().item<float>();
        var difference = expected.sub(actual).abs().max().item<float>();
        // What is no number makes neither a difference nor a size.
        return float.IsFinite(size) && float.IsFinite(difference) && size > 0 ? difference / size : double.NaN;
    }

    /// <summary>Runs Features.</summary>
    public static IDisposable Features(nn.Module<Tensor, Tensor> network, Tensor input) =>
        (IDisposable)network.GetType().GetMethod("Features")!.Invoke(network, BindingFlags.DoNotWrapExceptions, binder: null, [input], culture: null)!;

    private static bool StartsWithZero(Tensor weight)
    {
        using var flat = weight.reshape(-1);
        using var first = flat[0];
        return first.item<float>() == 0;
    }
}
