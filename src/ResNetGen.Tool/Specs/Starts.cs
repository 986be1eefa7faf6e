using ResNetGen.Architecture.Specs;
using ResNetGen.Tool.Zoo;

namespace ResNetGen.Tool.Specs;

/// <summary>The networks that `resnetgen init` starts from: commented specs that lie in this assembly, and the zoo.</summary>
internal static class Starts
{
    /// <summary>What a spec starts from where nothing else is asked for.</summary>
    public const string Usual = "resnet50";

    private const string Folder = "Starts/";
    private const string NameLine = "\nname: net\n";

    /// <summary>The networks with a spec that was written to start from.</summary>
    public static IReadOnlyList<string> Written { get; } =
    [
        .. typeof(Starts).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(SpecPath.NameOf).Order(StringComparer.Ordinal),
    ];

    /// <summary>All networks, those first; the others come from the zoo.</summary>
    public static IEnumerable<string> Names => Written.Concat(ZooSpecs.All.Select(s => s.Name)).Distinct(StringComparer.Ordinal);

    /// <summary>Returns the spec of <paramref name="network"/>, called <paramref name="name"/>; null where there is no such network.</summary>
    public static string? Text(string network, string name)
    {
        if (!Written.Contains(network, StringComparer.Ordinal))
            return ZooSpecs.Find(network) is { } known ? ZooStart.Write(known, name) : null;

        using var stream = typeof(Starts).Assembly.GetManifestResourceStream(Folder + network + SpecDocument.Extension)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Replace(NameLine, $"\nname: {name}\n", StringComparison.Ordinal);
    }
}
