using ResNetGen.LibTorch.Interop;

namespace ResNetGen.LibTorch;

/// <summary>Switches of libtorch that TorchSharp does not offer. They hold for the whole process.</summary>
public static class LibTorchSettings
{
    /// <summary>Whether cuDNN tries its algorithms on the first sight of a shape and keeps the fastest.</summary>
    public static bool CudnnBenchmark
    {
        get => Native.Setting(BackendSetting.CudnnBenchmark);
        set => Native.SetSetting(BackendSetting.CudnnBenchmark, value);
    }

    /// <summary>Whether cuDNN uses only algorithms that give the same bits every time.</summary>
    public static bool CudnnDeterministic
    {
        get => Native.Setting(BackendSetting.CudnnDeterministic);
        set => Native.SetSetting(BackendSetting.CudnnDeterministic, value);
    }
}
