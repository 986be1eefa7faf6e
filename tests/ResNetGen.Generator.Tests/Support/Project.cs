using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ResNetGen.Generator.Tests.Support;

/// <summary>A user's project: sources, specs, language version, and whether it references TorchSharp.</summary>
internal sealed class Project
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly MetadataReference[] Framework =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
                && !name.Contains(".Native.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(ResNetAttribute).Assembly.Location),
    ];

    private Project(CSharpCompilation compilation, ImmutableArray<AdditionalText> specs, CSharpParseOptions parsing) =>
        (Compilation, Specs, Parsing) = (compilation, specs, parsing);

    /// <summary>What generated code is compiled against: the embedded backend, or TorchSharp where the build chose it.</summary>
    public static MetadataReference Backend { get; } = MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location);

    public CSharpCompilation Compilation { get; }

    public ImmutableArray<AdditionalText> Specs { get; }

    public CSharpParseOptions Parsing { get; }

    /// <summary>A project with one source, <c>/project/Net.cs</c>.</summary>
    public static Project Of(string source, LanguageVersion language = LanguageVersion.CSharp12, bool hasTorch = true)
    {
        var parsing = new CSharpParseOptions(language);
        var references = hasTorch ? Framework.Append(Backend) : Framework;
        return new Project(CSharpCompilation.Create("project", [], references, Options), [], parsing).WithSource(source);
    }

    /// <summary>Adds a source, or replaces the one at this path.</summary>
    public Project WithSource(string source, string path = "/project/Net.cs")
    {
        var tree = CSharpSyntaxTree.ParseText(source, Parsing, path);
        var old = Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == path);
        return new Project(old is null ? Compilation.AddSyntaxTrees(tree) : Compilation.ReplaceSyntaxTree(old, tree), Specs, Parsing);
    }

    /// <summary>Adds a spec, or replaces the one at this path.</summary>
    public Project WithSpec(string path, string text) => WithSpec(new SpecText(path, text));

    /// <inheritdoc cref="WithSpec(string, string)"/>
    public Project WithSpec(AdditionalText spec)
    {
        var old = Specs.FirstOrDefault(s => s.Path == spec.Path);
        return new Project(Compilation, old is null ? Specs.Add(spec) : Specs.Replace(old, spec), Parsing);
    }

    /// <summary>Runs the generator for the first time.</summary>
    public GeneratorRun Run()
    {
        var tracking = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        return GeneratorRun.Make(this, CSharpGeneratorDriver.Create(
            [new ResNetGenerator().AsSourceGenerator()], Specs, Parsing, driverOptions: tracking));
    }
}
