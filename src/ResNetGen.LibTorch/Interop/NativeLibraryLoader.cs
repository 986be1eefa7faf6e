using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ResNetGen.LibTorch.Distributed;
using ResNetGen.LibTorch.Inference;

namespace ResNetGen.LibTorch.Interop;

/// <summary>Finds the shim, loads it once, and gives libtorch all the cores of the machine.</summary>
internal static unsafe class NativeLibraryLoader
{
    internal const string ShimVariable = "RESNETGEN_SHIM";
    private const string FileName = "libresnetgen_torch.so";
    private const string GroupFileName = "libresnetgen_c10d.so";
    private const string OneDnnFileName = "libresnetgen_onednn.so";

    private static readonly object Gate = new();
    private static nint _library;
    private static nint _groupLibrary;
    private static nint _oneDnnLibrary;

    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "A static constructor would wrap the one clear exception in a TypeInitializationException.")]
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(NativeLibraryLoader).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (string.Equals(name, C10dMethods.Library, StringComparison.Ordinal))
        {
            lock (Gate)
            {
                return _groupLibrary != 0 ? _groupLibrary : _groupLibrary = LoadBeside(
                    GroupFileName, "training over several processes needs", "install libgloo-dev", assembly, searchPath);
            }
        }

        if (string.Equals(name, OneDnnMethods.Library, StringComparison.Ordinal))
        {
            lock (Gate)
            {
                return _oneDnnLibrary != 0 ? _oneDnnLibrary : _oneDnnLibrary = LoadBeside(
                    OneDnnFileName, "fast inference needs", "install libdnnl-dev", assembly, searchPath);
            }
        }

        if (!string.Equals(name, NativeMethods.Library, StringComparison.Ordinal))
        {
            return 0;
        }

        lock (Gate)
        {
            if (_library == 0)
            {
                _library = Load(assembly, searchPath);
                UseAllCores(_library);
            }
        }

        return _library;
    }

    private static nint Load(Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (Environment.GetEnvironmentVariable(ShimVariable) is { Length: > 0 } chosen)
        {
            return LoadFile(chosen);
        }

        string beside = Path.Combine(AppContext.BaseDirectory, FileName);
        if (File.Exists(beside))
        {
            return LoadFile(beside);
        }

        return NativeLibrary.TryLoad(FileName, assembly, searchPath, out nint library)
            ? library
            : throw new LibTorchNotFoundException($"{FileName} is not in {AppContext.BaseDirectory}{HowToCompile()}");
    }

    // These lie beside the shim and are loaded only by those who need them.
    private static nint LoadBeside(string fileName, string need, string advice, Assembly assembly, DllImportSearchPath? searchPath)
    {
        string? chosen = Environment.GetEnvironmentVariable(ShimVariable);
        string beside = Path.Combine(string.IsNullOrEmpty(chosen) ? AppContext.BaseDirectory : Path.GetDirectoryName(chosen) ?? "", fileName);
        if (File.Exists(beside))
        {
            return LoadFile(beside);
        }

        return string.IsNullOrEmpty(chosen) && NativeLibrary.TryLoad(fileName, assembly, searchPath, out nint library)
            ? library
            : throw new DllNotFoundException($"{fileName}, which {need}, is not beside the shim ({beside}): {advice} and build the program again");
    }

    // The command's package brings the shim's source along.
    private static string HowToCompile()
    {
        string script = Path.Combine(AppContext.BaseDirectory, "native", "build.sh");
        return File.Exists(script) ? $"; this compiles it: sh \"{script}\" \"{AppContext.BaseDirectory}\"" : "";
    }

    private static nint LoadFile(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException)
        {
            throw new LibTorchNotFoundException($"{path} cannot be loaded: {LastLine(exception.Message)}", exception);
        }
    }

    // Debian's libtorch starts with one thread; OMP_NUM_THREADS still decides where it is set.
    private static void UseAllCores(nint library)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("OMP_NUM_THREADS")))
        {
            var setThreads = (delegate* unmanaged<int, int>)NativeLibrary.GetExport(library, "rt_set_threads");
            _ = setThreads(Environment.ProcessorCount);
        }
    }

    // .NET puts its general advice first and the loader's own words last.
    private static string LastLine(string text) => text.TrimEnd()[(text.TrimEnd().LastIndexOf('\n') + 1)..].TrimEnd('.');
}
