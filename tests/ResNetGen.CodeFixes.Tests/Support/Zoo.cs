using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;

namespace ResNetGen.CodeFixes.Tests.Support;

/// <summary>The published networks of <c>specs/</c>, copied beside the tests.</summary>
internal static class Zoo
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "specs");

    private static readonly SortedDictionary<string, string> Files = new(Directory
        .EnumerateFiles(Root, "*" + SpecDocument.Extension, SearchOption.AllDirectories)
        .ToDictionary(f => "/project/specs/" + Path.GetRelativePath(Root, f).Replace('\\', '/'), File.ReadAllText), StringComparer.Ordinal);

    /// <summary>The names of every spec.</summary>
    public static IEnumerable<string> Names => Files.Keys.Select(SpecPath.NameOf);

    /// <summary>A project with one class, <c>Net</c>, that names a spec, and the specs that it stands on.</summary>
    public static UserProject Project(string name)
    {
        var project = UserProject.Of($"using ResNetGen;\n\nnamespace Demo;\n\n[ResNet(\"{name}.resnet.yaml\")]\npublic sealed partial class Net;\n");
        var path = Files.Keys.Single(k => SpecPath.NameOf(k) == name);
        while (true)
        {
            project = project.WithSpec(path, Files[path]);
            if (SpecDocument.Parse(path, Files[path]).Values!.Find(SpecKeys.Extends.Name) is not SpecScalar extends)
                return project;

            path = SpecPath.Resolve(path, extends.Text);
        }
    }
}
