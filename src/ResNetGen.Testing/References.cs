using Microsoft.CodeAnalysis;

namespace ResNetGen.Testing;

/// <summary>What a project in a test is compiled against.</summary>
public static class References
{
    // TorchSharp under its own name, or the backend that stands in for it.
    private static readonly string[] BackendNames = ["TorchSharp", "ResNetGen.LibTorch"];

    /// <summary>The assemblies of the runtime that the test runs on, and ResNetGen's attributes.</summary>
    public static IReadOnlyList<MetadataReference> Framework { get; } =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
                && !name.Contains(".Native.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(ResNetAttribute).Assembly.Location),
    ];

    /// <summary>TorchSharp, or the backend that takes its place, where the test's own project references one; else null.</summary>
    public static MetadataReference? Backend { get; } = BackendNames.Select(Find).FirstOrDefault(file => file is not null) is { } found
        ? MetadataReference.CreateFromFile(found)
        : null;

    // What the test's project references lies beside the test, or among what the host was started with.
    private static string? Find(string name)
    {
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);
        return trusted.Append(Path.Combine(AppContext.BaseDirectory, name + ".dll"))
            .FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == name && File.Exists(file));
    }
}
