namespace ResNetGen.Package.Tests.Support;

/// <summary>The packages of this checkout, packed once for all tests, and a folder outside the checkout to use them in.</summary>
public sealed class PackedHouse : IAsyncLifetime
{
    /// <summary>The checkout.</summary>
    public static string Checkout { get; } = FindCheckout();

    /// <summary>The version that everything is packed as.</summary>
    public static string Version { get; } = ReadVersion();

    /// <summary>An empty folder outside the checkout; gone after the tests. Without a space: NativeAOT cannot restore below one.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("resnetgen-packed-").FullName;

    /// <summary>Where the packages lie.</summary>
    public string Packages => Path.Combine(Folder, "packages");

    /// <summary>Where projects restore to: no older package of the same version lies here.</summary>
    public string Restored => Path.Combine(Folder, "restored");

    public async ValueTask InitializeAsync()
    {
        (await Pack(Checkout)).Succeeds();
        Directory.CreateDirectory(Packages);
        foreach (var file in PackedIn(Checkout))
            File.Copy(file, Path.Combine(Packages, Path.GetFileName(file)));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Packs a checkout as a user would; the analyzers, which change no byte, have had their turn in its build.</summary>
    internal static Task<CommandResult> Pack(string checkout, params (string Name, string Value)[] environment) =>
        CommandLine.Run(environment, checkout, "bash", Path.Combine(checkout, "build.sh"), "pack", "-p:RunAnalyzers=false");

    /// <summary>What <see cref="Pack"/> left in a checkout, in order.</summary>
    internal static string[] PackedIn(string checkout) =>
        [.. Directory.GetFiles(Path.Combine(checkout, "artifacts", "packages"), "*.nupkg").Order(StringComparer.Ordinal)];

    /// <summary>The file of one package.</summary>
    internal string PackageFile(string id) => Path.Combine(Packages, $"{id}.{Version}.nupkg");

    private static string FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ResNetGen.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"no ResNetGen.sln above {AppContext.BaseDirectory}");
    }

    private static string ReadVersion()
    {
        var properties = File.ReadAllText(Path.Combine(Checkout, "Directory.Build.props"));
        var start = properties.IndexOf("<Version>", StringComparison.Ordinal) + "<Version>".Length;
        return properties[start..properties.IndexOf("</Version>", start, StringComparison.Ordinal)];
    }
}
