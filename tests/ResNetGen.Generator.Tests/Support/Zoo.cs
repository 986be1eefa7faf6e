using ResNetGen.Architecture.Specs;

namespace ResNetGen.Generator.Tests.Support;

/// <summary>The published networks of <c>specs/</c>, copied beside the tests.</summary>
internal static class Zoo
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "specs");

    // By the path below specs/, so that a spec finds those that it extends.
    private static readonly Dictionary<string, string> Files = Directory
        .EnumerateFiles(Root, "*" + SpecDocument.Extension, SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText);

    /// <summary>The names of every spec.</summary>
    public static IEnumerable<string> Names => Files.Keys.Select(SpecPath.NameOf).Order(StringComparer.Ordinal);

    /// <summary>Adds every spec to a project, below its folder.</summary>
    public static Project WithZoo(this Project project) =>
        Files.Aggregate(project, (p, file) => p.WithSpec("/project/specs/" + file.Key, file.Value));

    /// <summary>A project with one class for each of <paramref name="names"/>, called as its spec.</summary>
    public static Project Project(params IEnumerable<string> names) => GeneratorProject.Of(
        "namespace Zoo;\n" + string.Concat(names.Select(n => $"[ResNetGen.ResNet(\"{n}.resnet.yaml\")] public sealed partial class {n};\n")))
        .WithZoo();
}
