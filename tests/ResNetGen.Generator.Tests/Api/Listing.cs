namespace ResNetGen.Generator.Tests.Api;

/// <summary>The public surface of one version of TorchSharp: <c>tests/torchsharp-api</c>.</summary>
internal sealed class Listing
{
    private readonly Dictionary<string, string> _signatures;

    private Listing(string file)
    {
        Version = Path.GetFileNameWithoutExtension(file);
        // A default value that holds a line break spreads a member over two lines: what follows the first is no member.
        _signatures = File.ReadLines(file).Select(l => l.Split('\t')).Where(p => p.Length == 3).ToDictionary(p => p[0], p => p[2], StringComparer.Ordinal);
    }

    /// <summary>Every version that generated code must compile against, oldest first.</summary>
    public static Listing[] All { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "torchsharp-api"), "*.txt")
            .Select(f => new Listing(f)).OrderBy(l => System.Version.Parse(l.Version)),
    ];

    public string Version { get; }

    /// <summary>Whether it has a member with this documentation comment id.</summary>
    public bool Has(string id) => _signatures.ContainsKey(id);

    /// <summary>The names of a method's parameters in order, each with whether it may be left out.</summary>
    public (string Name, bool IsOptional)[] Parameters(string id) => _signatures[id].Length == 0
        ? []
        : [.. _signatures[id].Split(", ").Select(p => (p.Split('=')[0], p.Contains('=', StringComparison.Ordinal)))];
}
