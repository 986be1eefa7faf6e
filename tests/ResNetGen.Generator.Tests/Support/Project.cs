using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

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

    private Project(CSharpCompilation compilation, ImmutableArray<AdditionalText> specs, CSharpParseOptions parsing, ConfigFiles config) =>
        (Compilation, Specs, Parsing, Config) = (compilation, specs, parsing, config);

    /// <summary>What generated code is compiled against: the embedded backend, or TorchSharp where the build chose it.</summary>
    public static MetadataReference Backend { get; } = MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location);

    public CSharpCompilation Compilation { get; }

    public ImmutableArray<AdditionalText> Specs { get; }

    public CSharpParseOptions Parsing { get; }

    /// <summary>What the project's <c>.editorconfig</c> and <c>.globalconfig</c> files say.</summary>
    public ConfigFiles Config { get; }

    /// <summary>A project with one source, <c>/project/Net.cs</c>.</summary>
    public static Project Of(string source, LanguageVersion language = LanguageVersion.CSharp12, bool hasTorch = true)
    {
        var parsing = new CSharpParseOptions(language);
        var references = hasTorch ? Framework.Append(Backend) : Framework;
        return new Project(CSharpCompilation.Create("project", [], references, Options), [], parsing, ConfigFiles.None).WithSource(source);
    }

    /// <summary>Adds a source, or replaces the one at this path.</summary>
    public Project WithSource(string source, string path = "/project/Net.cs") => WithSource(SourceText.From(source), path);

    /// <inheritdoc cref="WithSource(string, string)"/>
    public Project WithSource(SourceText source, string path)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Parsing, path);
        var old = Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == path);
        return new Project(old is null ? Compilation.AddSyntaxTrees(tree) : Compilation.ReplaceSyntaxTree(old, tree), Specs, Parsing, Config);
    }

    /// <summary>Removes the source at this path.</summary>
    public Project WithoutSource(string path) =>
        new(Compilation.RemoveSyntaxTrees(Compilation.SyntaxTrees.Single(t => t.FilePath == path)), Specs, Parsing, Config);

    /// <summary>Changes what the compiler was told.</summary>
    public Project WithOptions(Func<CSharpCompilationOptions, CSharpCompilationOptions> change) =>
        new(Compilation.WithOptions(change(Compilation.Options)), Specs, Parsing, Config);

    /// <summary>Adds an <c>.editorconfig</c>, or a <c>.globalconfig</c>, as the compiler would be given it.</summary>
    public Project WithConfig(string text, string path = "/project/.editorconfig")
    {
        var config = Config.With(text, path);
        var options = Compilation.Options.WithSyntaxTreeOptionsProvider(config);
        return new Project(Compilation.WithOptions(options), Specs, Parsing, config);
    }

    /// <summary>Adds a spec, or replaces the one at this path.</summary>
    public Project WithSpec(string path, string text) => WithSpec(new SpecText(path, text));

    /// <inheritdoc cref="WithSpec(string, string)"/>
    public Project WithSpec(AdditionalText spec)
    {
        var old = Specs.FirstOrDefault(s => s.Path == spec.Path);
        return new Project(Compilation, old is null ? Specs.Add(spec) : Specs.Replace(old, spec), Parsing, Config);
    }

    /// <summary>Runs the generator for the first time.</summary>
    public GeneratorRun Run()
    {
        var tracking = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);
        return GeneratorRun.Make(this, CSharpGeneratorDriver.Create(
            [new ResNetGenerator().AsSourceGenerator()], Specs, Parsing, Config.Options, tracking));
    }
}
