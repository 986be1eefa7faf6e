using ResNetGen.Architecture.Specs;

namespace ResNetGen.Architecture.Locks;

/// <summary>Where a spec's lock lies: <c>NAME.resnet.lock</c> beside <c>NAME.resnet.yaml</c>.</summary>
public static class LockPath
{
    /// <summary>The ending of every lock's name.</summary>
    public const string Extension = ".resnet.lock";

    /// <summary>Whether a path is that of a lock.</summary>
    public static bool Is(string path) => path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the lock of a spec.</summary>
    public static string Of(string spec) => Without(spec, SpecDocument.Extension) + Extension;

    /// <summary>Returns the spec of a lock.</summary>
    public static string SpecOf(string path) => Without(path, Extension) + SpecDocument.Extension;

    private static string Without(string path, string ending) =>
        path.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - ending.Length) : path;
}
