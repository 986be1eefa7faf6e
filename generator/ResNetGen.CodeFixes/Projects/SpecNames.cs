using ResNetGen.Architecture.Specs;

namespace ResNetGen.CodeFixes.Projects;

/// <summary>The endings that people give a spec's name.</summary>
internal static class SpecNames
{
    private static readonly string[] Endings = [SpecDocument.Extension, ".resnet.yml", ".yaml", ".yml", ".resnet"];

    /// <summary>Returns <paramref name="path"/> without what stands for <c>.resnet.yaml</c>.</summary>
    public static string WithoutEnding(string path)
    {
        var ending = Endings.FirstOrDefault(e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ?? "";
        return path.Substring(0, path.Length - ending.Length);
    }
}
