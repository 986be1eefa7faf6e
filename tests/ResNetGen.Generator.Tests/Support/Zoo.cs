using ResNetGen.Architecture.Specs;

namespace ResNetGen.Generator.Tests.Support;

/// <summary>The published networks of <c>specs/</c>, copied beside the tests.</summary>
internal static class Zoo
{
    private static readonly Dictionary<string, string> Files = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "specs"), "*" + SpecDocument.Extension, SearchOption.AllDirectories)
        .ToDictionary(SpecPath.NameOf, File.ReadAllText);

    /// <summary>The names of every spec.</summary>
    public static IEnumerable<string> Names => Files.Keys.Order(StringComparer.Ordinal);

    /// <summary>Adds every spec to a project, beside its source.</summary>
    public static Project WithZoo(this Project project) =>
        Files.Aggregate(project, (p, file) => p.WithSpec("/project/" + file.Key + SpecDocument.Extension, file.Value));

    /// <summary>A project with one class for each of <paramref name="names"/>, called as its spec.</summary>
    public static Project Project(params IEnumerable<string> names) => Support.Project.Of(
        "namespace Zoo;\n" + string.Concat(names.Select(n => $"[ResNetGen.ResNet(\"{n}.resnet.yaml\")] public sealed partial class {n};\n")))
        .WithZoo();
}
