using ResNetGen.Architecture.Specs;

namespace ResNetGen.Tool.Zoo;

/// <summary>The zoo: the specs of published networks, which lie in this assembly.</summary>
internal static class ZooSpecs
{
    /// <summary>What the paths of the zoo's specs begin with.</summary>
    public const string Folder = "zoo:/";

    /// <summary>Every spec, by purpose and name, numbers in names as numbers.</summary>
    public static IReadOnlyList<ZooSpec> All { get; } =
    [
        .. typeof(ZooSpecs).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(path => new ZooSpec(SpecPath.NameOf(path), path[Folder.Length..path.LastIndexOf('/')], path))
            .OrderBy(s => s.Purpose, StringComparer.Ordinal).ThenBy(s => NaturalOrder.KeyOf(s.Name), StringComparer.Ordinal),
    ];

    /// <summary>Returns the spec of a name (<c>resnet50</c>, <c>imagenet/resnet50</c>), or null.</summary>
    public static ZooSpec? Find(string name) =>
        All.FirstOrDefault(s => s.Name == name) ?? All.FirstOrDefault(s => s.Purpose + "/" + s.Name == name);

    /// <summary>Whether a path is that of a spec of the zoo.</summary>
    public static bool Has(string path) => All.Any(s => s.Path == path);

    /// <summary>Returns the text of the spec at a path of the zoo.</summary>
    public static string Text(string path)
    {
        using var reader = new StreamReader(typeof(ZooSpecs).Assembly.GetManifestResourceStream(path)!);
        return reader.ReadToEnd();
    }
}
