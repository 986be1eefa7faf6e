using System.Runtime.InteropServices;
using static ResNetGen.LibTorch.Distributed.C10dMethods;

namespace ResNetGen.LibTorch.Distributed;

/// <summary>Whether libtorch's engine for several processes is there.</summary>
public static class C10dLibrary
{
    /// <summary>The engines that were compiled in: <c>gloo</c> for the CPU, <c>nccl</c> for CUDA.</summary>
    /// <exception cref="DllNotFoundException">libresnetgen_c10d.so is missing, or was compiled where what it needs was missing; the message says what to install.</exception>
    public static IReadOnlyList<string> Engines
    {
        get
        {
            Require();
            return Text(rd_engines()).Split(' ');
        }
    }

    internal static void Require()
    {
        if (rd_unavailable() is not 0 and var reason)
        {
            throw new DllNotFoundException($"libresnetgen_c10d.so has no engine: {Text(reason)}");
        }
    }

    internal static string LastError() => Text(rd_last_error());

    private static string Text(nint utf8) => Marshal.PtrToStringUTF8(utf8) ?? "";
}
