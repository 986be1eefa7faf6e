using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Generator;

namespace ResNetGen.Testing;

/// <summary>A user's project, in memory: sources, specs, references and options. Every change makes another one.</summary>
public sealed class GeneratorProject
{
    private const string SourcePath = "/project/Net.cs";

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private readonly ConfigFiles _config;

    private GeneratorProject(CSharpCompilation compilation, ImmutableArray<AdditionalText> specs, CSharpParseOptions parsing, ConfigFiles config) =>
        (Compilation, Specs, Parsing, _config) = (compilation, specs, parsing, config);

    /// <summary>The sources with their references.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The additional files.</summary>
    public ImmutableArray<AdditionalText> Specs { get; }

    /// <summary>How sources are parsed.</summary>
    public CSharpParseOptions Parsing { get; }

    /// <summary>What the project's <c>.editorconfig</c> and <c>.globalconfig</c> files say to the generator.</summary>
    public AnalyzerConfigOptionsProvider Options => _config.Options;

    /// <summary>A project with one source, <c>/project/Net.cs</c>, that references the framework, ResNetGen and a backend.</summary>
    /// <param name="source">The source.</param>
    /// <param name="language">The language's version.</param>
    /// <param name="hasTorch">Whether <see cref="References.Backend"/> is referenced, where there is one.</param>
    public static GeneratorProject Of(string source, LanguageVersion language = LanguageVersion.CSharp12, bool hasTorch = true)
    {
        var parsing = new CSharpParseOptions(language);
        var references = hasTorch && References.Backend is { } backend ? References.Framework.Append(backend) : References.Framework;
        var compilation = CSharpCompilation.Create("project", [], references, CompilationOptions);
        return new GeneratorProject(compilation, [], parsing, ConfigFiles.None).WithSource(source);
    }

    /// <summary>A project with one spec, <c>/project/Net.resnet.yaml</c>, and the class <c>Net</c> that takes it.</summary>
    /// <param name="spec">The spec's text.</param>
    public static GeneratorProject OfSpec(string spec) =>
        Of("[ResNetGen.ResNet(\"Net.resnet.yaml\")] public sealed partial class Net;\n").WithSpec("/project/Net.resnet.yaml", spec);

    /// <summary>Adds a source, or replaces the one at this path.</summary>
    public GeneratorProject WithSource(string source, string path = SourcePath) => WithSource(SourceText.From(source), path);

    /// <summary>Adds a source, or replaces the one at this path.</summary>
    public GeneratorProject WithSource(SourceText source, string path)
    {
        var tree = CSharpSyntaxTree.ParseText(source, Parsing, path);
        var old = Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == path);
        return With(old is null ? Compilation.AddSyntaxTrees(tree) : Compilation.ReplaceSyntaxTree(old, tree));
    }

    /// <summary>Adds a spec, or replaces the one at this path.</summary>
    public GeneratorProject WithSpec(string path, string text) => WithSpec(new SpecText(path, text));

    /// <summary>Adds a spec, or replaces the one at this path.</summary>
    public GeneratorProject WithSpec(AdditionalText spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var old = Specs.FirstOrDefault(s => s.Path == spec.Path);
        return new GeneratorProject(Compilation, old is null ? Specs.Add(spec) : Specs.Replace(old, spec), Parsing, _config);
    }

    /// <summary>Adds a spec from the disk, in the project's folder.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public GeneratorProject WithSpecFile(string file) => WithSpec("/project/" + Path.GetFileName(file), File.ReadAllText(file));

    /// <summary>Adds references: another TorchSharp, or libraries that the sources use.</summary>
    public GeneratorProject WithReferences(params MetadataReference[] references) => With(Compilation.AddReferences(references));

    /// <summary>Changes the compilation: its options, its name.</summary>
    public GeneratorProject WithCompilation(Func<CSharpCompilation, CSharpCompilation> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return With(change(Compilation));
    }

    /// <summary>Adds an <c>.editorconfig</c> or a <c>.globalconfig</c>, which the compiler's own parser reads.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="path">Where it lies; its sections are for the files below.</param>
    public GeneratorProject WithConfig(string text, string path = "/project/.editorconfig")
    {
        var config = _config.With(text, path);
        var options = Compilation.Options.WithSyntaxTreeOptionsProvider(config);
        return new GeneratorProject(Compilation.WithOptions(options), Specs, Parsing, config);
    }

    /// <summary>A driver that has the generator and this project's specs, and has not run yet.</summary>
    /// <param name="tracksSteps">Whether the driver keeps why each step ran.</param>
    public GeneratorDriver CreateDriver(bool tracksSteps = false) => CSharpGeneratorDriver.Create(
        [new ResNetGenerator().AsSourceGenerator()],
        Specs,
        Parsing,
        Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps));

    /// <summary>Runs the generator.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="GenerationException">The generator threw an exception, which it never should.</exception>
    public Generation Generate(CancellationToken cancellation = default) =>
        Generation.Of(this, CreateDriver().RunGenerators(Compilation, cancellation));

    private GeneratorProject With(CSharpCompilation compilation) => new(compilation, Specs, Parsing, _config);
}
