using System.Globalization;

namespace ResNetGen.Benchmarks;

/// <summary>The projects that <see cref="Builds"/> builds: a library of residual networks.</summary>
internal static class BuiltProject
{
    private static readonly string[] Analyzers = ["ResNetGen.Generator", "ResNetGen.Architecture", "ResNetGen.YamlDotNet"];

    /// <summary>Writes a project whose classes the generator fills; returns its folder.</summary>
    public static string WithGenerator(string folder, int classes)
    {
        Directory.CreateDirectory(folder);
        Project(folder, $"""
                <Compile Remove="emitted/**" />
                <AdditionalFiles Include="*.resnet.yaml" />
            {string.Join('\n', Analyzers.Select(a => $"    <Analyzer Include=\"{Library(a)}\" />"))}
            """);
        for (var i = 0; i < classes; i++)
        {
            var spec = i == 0
                ? File.ReadAllText(Path.Combine(Machine.RepositoryRoot, "specs", "imagenet", "resnet50.resnet.yaml"))
                : FormattableString.Invariant($"extends: net0.resnet.yaml\nname: net{i}\nwidth_per_group: {64 + (8 * i)}\n");
            Write(folder, i, ".resnet.yaml", spec);
            Write(folder, i, ".cs", FormattableString.Invariant($"namespace Built;\n\n[ResNetGen.ResNet(\"net{i}.resnet.yaml\")]\npublic sealed partial class Net{i};\n"));
        }

        return folder;
    }

    /// <summary>Writes a project with the same classes, filled by hand.</summary>
    public static void ByHand(string folder, string emitted, int classes)
    {
        Directory.CreateDirectory(folder);
        Project(folder, "");
        var files = Directory.GetFiles(emitted, "*.cs", SearchOption.AllDirectories);
        if (files.Length != classes)
            throw new InvalidOperationException($"the generator made {files.Length} files of {classes} classes");

        foreach (var file in files)
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));

        for (var i = 0; i < classes; i++)
            Write(folder, i, ".cs", FormattableString.Invariant($"namespace Built;\n\npublic sealed partial class Net{i};\n"));
    }

    private static void Project(string folder, string items) => File.WriteAllText(Path.Combine(folder, "Built.csproj"), $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Library("ResNetGen")}" />
            <Reference Include="{Library("ResNetGen.LibTorch")}" />
        {items}
          </ItemGroup>
        </Project>
        """);

    private static string Library(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static void Write(string folder, int index, string extension, string text) =>
        File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"net{index}{extension}")), text);
}
