using TorchSharp;

namespace ResNetGen.LibTorch.Inference;

/// <summary>What a network does between its <see cref="FusedConvolution"/>s, in either layout. Results are handles of their own, over the same memory where they are made in place; nothing is disposed.</summary>
public static class Fused
{
    private const int BlockedDimensions = 5;

    /// <summary>[N, C, H, W], contiguous, from either layout.</summary>
    public static torch.Tensor Plain(torch.Tensor x)
    {
        if (x.dim() != BlockedDimensions)
            return x.contiguous();
        if (OneDnn.Takes(x))
            return OneDnn.Plain(x);

        long[] shape = x.shape;
        using torch.Tensor ordered = x.permute(0, 1, 4, 2, 3);
        // Where a picture has one block only, the new shape is but a view.
        using torch.Tensor shaped = ordered.reshape(shape[0], shape[1] * shape[4], shape[2], shape[3]);
        return shaped.contiguous();
    }

    /// <summary>The largest value of each square window, as <c>max_pool2d</c>, in whichever layout is faster.</summary>
    /// <param name="x">In either layout.</param>
    /// <param name="kernel">The window's side.</param>
    /// <param name="stride">The step between windows.</param>
    /// <param name="padding">What is missing at each border counts as the smallest number.</param>
    /// <param name="ceilMode">Whether a last window that reaches over the border counts.</param>
    public static torch.Tensor MaxPool(torch.Tensor x, long kernel, long stride, long padding, bool ceilMode = false)
    {
        if (OneDnn.Takes(x) && x.numel() > 0)
            return OneDnn.MaxPool(x, kernel, stride, padding, ceilMode);

        using torch.Tensor shaped = Shaped(x);
        return torch.nn.functional.max_pool2d(shaped, kernel, stride, padding, 1, ceilMode);
    }

    /// <summary>The mean over height and width.</summary>
    /// <param name="x">In either layout.</param>
    /// <returns>[N, C].</returns>
    public static torch.Tensor Mean(torch.Tensor x)
    {
        torch.Tensor mean = x.mean([2L, 3L]);
        if (x.dim() != BlockedDimensions)
            return mean;

        using (mean)
            return mean.reshape(x.shape[0], -1);
    }

    /// <summary>Multiplies each channel in place.</summary>
    /// <param name="x">In either layout; changed.</param>
    /// <param name="gate">[N, C], or [N, C, 1, 1].</param>
    public static torch.Tensor Scale(torch.Tensor x, torch.Tensor gate)
    {
        long[] shape = x.shape;
        using torch.Tensor wide = shape.Length == BlockedDimensions
            ? gate.reshape(shape[0], shape[1], 1, 1, shape[4])
            : gate.reshape(shape[0], shape[1], 1, 1);
        x.mul_(wide);
        return x.alias();
    }

    /// <summary>Adds in place.</summary>
    /// <param name="x">In either layout; changed.</param>
    /// <param name="addend">Of the same shape, in either layout, which need not be that of <paramref name="x"/>.</param>
    public static torch.Tensor Add(torch.Tensor x, torch.Tensor addend)
    {
        AddInPlace(x, addend);
        return x.alias();
    }

    /// <summary>[N, C, H, W] from either layout; channels that lie last stay there.</summary>
    internal static torch.Tensor Shaped(torch.Tensor x) => x.dim() == BlockedDimensions ? Plain(x) : x.alias();

    internal static void AddInPlace(torch.Tensor x, torch.Tensor addend)
    {
        long[] shape = x.shape;
        if (shape.Length == addend.dim() && (shape.Length != BlockedDimensions || shape[4] == addend.shape[4]))
        {
            x.add_(addend);
            return;
        }

        using torch.Tensor plain = Plain(addend);
        if (shape.Length != BlockedDimensions)
        {
            x.add_(plain);
            return;
        }

        using torch.Tensor parted = plain.reshape(shape[0], shape[1], shape[4], shape[2], shape[3]);
        using torch.Tensor blocked = parted.permute(0, 1, 3, 4, 2);
        x.add_(blocked);
    }
}
