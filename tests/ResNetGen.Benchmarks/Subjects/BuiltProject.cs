using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResNetGen.Benchmarks.Generator;
using ResNetGen.Generator;

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

    /// <summary>Writes a project with the same classes, filled by hand: with what the generator makes of them.</summary>
    public static void ByHand(string folder, string generated, int classes)
    {
        Directory.CreateDirectory(folder);
        Project(folder, "");
        var parsing = new CSharpParseOptions(LanguageVersion.Latest);
        var trees = Directory.GetFiles(generated, "*.cs").Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), parsing, f));
        var specs = Directory.GetFiles(generated, "*.resnet.yaml").Select(f => new SpecText(f, File.ReadAllText(f)));
        var compilation = CSharpCompilation.Create("Built", trees, HundredNetworks.References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var made = CSharpGeneratorDriver.Create([new ResNetGenerator().AsSourceGenerator()], specs, parsing).RunGenerators(compilation).GetRunResult().Results.Single();
        if (made.GeneratedSources.Length != classes)
            throw new InvalidOperationException($"the generator made {made.GeneratedSources.Length} files of {classes} classes: {string.Join('\n', made.Diagnostics)}");

        foreach (var source in made.GeneratedSources)
            File.WriteAllText(Path.Combine(folder, source.HintName), source.SourceText.ToString());

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
