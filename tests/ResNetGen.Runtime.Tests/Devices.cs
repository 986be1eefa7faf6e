using Xunit;
using static TorchSharp.torch;

namespace ResNetGen.Runtime.Tests;

/// <summary>Where the tests run: every one on the CPU, and again on CUDA.</summary>
public static class Devices
{
    public const string Cpu = "cpu";

    public const string Cuda = "cuda";

    /// <summary>Both devices, for a theory.</summary>
    public static TheoryData<string> Both => [Cpu, Cuda];

    /// <summary>Each name with both devices, for a theory.</summary>
    public static TheoryData<string, string> OnBoth(IEnumerable<string> names)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in names)
        {
            data.Add(name, Cpu);
            data.Add(name, Cuda);
        }

        return data;
    }

    /// <summary>Returns the device, or skips the test, saying why, where there is none.</summary>
    public static Device Get(string name)
    {
        Assert.SkipWhen(name == Cuda && !cuda.is_available(), "CUDA: libtorch sees no CUDA device here");
        // As the reference numbers were made: full float32, no TF32.
        backends.cuda.matmul.allow_tf32 = false;
        backends.cudnn.allow_tf32 = false;
        return new Device(name);
    }
}
