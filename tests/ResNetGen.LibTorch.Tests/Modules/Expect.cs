using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.LibTorch.Tests.Modules;

/// <summary>Comparisons with values that Python computed.</summary>
internal static class Expect
{
    /// <summary>The live tensors of this thread.</summary>
    internal static long LiveTensors => DisposeScopeManager.Statistics.ThreadTotalLiveCount;

    internal static float[] Floats(Tensor tensor)
    {
        using var values = tensor.detach();
        using var packed = values.contiguous();
        return packed.data<float>().ToArray();
    }

    /// <summary>The same bits: for draws and for arithmetic element by element.</summary>
    internal static void SameBits(float[] expected, Tensor actual) => Assert.Equal(
        expected.Select(BitConverter.SingleToInt32Bits), Floats(actual).Select(BitConverter.SingleToInt32Bits));

    /// <summary>The same values within the order in which a processor's vector units add.</summary>
    internal static void Close(float[] expected, Tensor actual)
    {
        var found = Floats(actual);
        Assert.Equal(expected.Length, found.Length);
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Equal(expected[index], found[index], 1e-5f * Math.Max(1, Math.Abs(expected[index])));
        }
    }
}
