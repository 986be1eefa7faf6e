using ResNetGen.Architecture.Specs;

namespace ResNetGen.Tool.Specs;

/// <summary>The networks that `resnetgen init` starts from: commented specs that lie in this assembly.</summary>
internal static class Starts
{
    /// <summary>What a spec starts from where nothing else is asked for.</summary>
    public const string Usual = "resnet50";

    private const string Folder = "Starts/";
    private const string NameLine = "\nname: net\n";

    /// <summary>The networks.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(Starts).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(SpecPath.NameOf).Order(StringComparer.Ordinal),
    ];

    /// <summary>Returns the spec of <paramref name="network"/>, called <paramref name="name"/>.</summary>
    public static string Text(string network, string name)
    {
        using var stream = typeof(Starts).Assembly.GetManifestResourceStream(Folder + network + SpecDocument.Extension)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Replace(NameLine, $"\nname: {name}\n", StringComparison.Ordinal);
    }
}
