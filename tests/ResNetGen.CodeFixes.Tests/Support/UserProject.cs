using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace ResNetGen.CodeFixes.Tests.Support;

/// <summary>A user's project as an editor holds it: sources, specs, and the generator among its analyzers.</summary>
internal sealed class UserProject
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly MetadataReference[] References =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
                && !name.Contains(".Native.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(ResNetAttribute).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(TorchSharp.torch).Assembly.Location),
    ];

    // Every other project grows from this one, whose references are bound once.
    private static readonly Project Empty = MakeEmpty();

    private static readonly CSharpCompilation EmptyCompilation = CSharpCompilation.Create("project", [], References, Options);

    private readonly Lazy<(GeneratorRunResult Result, Compilation Output)> _generated;
    private readonly Lazy<IReadOnlyList<Diagnostic>> _compiler;

    public UserProject(Project project)
    {
        Project = project;
        _generated = new(Generate);
        _compiler = new(() => [.. _generated.Value.Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning)]);
    }

    public Project Project { get; }

    /// <summary>Every file by its path: sources and specs.</summary>
    public SortedDictionary<string, string> Files
    {
        get
        {
            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var document in Project.Documents.Concat(Project.AdditionalDocuments))
                files.Add(document.FilePath!, document.GetTextAsync().GetAwaiter().GetResult().ToString());

            return files;
        }
    }

    /// <summary>A project with one source, <c>/project/Net.cs</c>.</summary>
    public static UserProject Of(string source, string path = "/project/Net.cs") => new UserProject(Empty).WithSource(source, path);

    public UserProject WithSource(string source, string path) => new(Project.AddDocument(
        Path.GetFileName(path), SourceText.From(source, Encoding.UTF8), filePath: path).Project);

    public UserProject WithSpec(string path, string text) => new(Project.AddAdditionalDocument(
        Path.GetFileName(path), SourceText.From(text, Encoding.UTF8), filePath: path).Project);

    /// <summary>What the generator reports.</summary>
    public IReadOnlyList<Diagnostic> Findings => _generated.Value.Result.Diagnostics;

    /// <summary>What the compiler reports, over the user's half and the generated one.</summary>
    public IReadOnlyList<Diagnostic> CompilerProblems => _compiler.Value;

    /// <summary>What the generator makes.</summary>
    public Dictionary<string, string> Sources => _generated.Value.Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Returns the source at a path.</summary>
    public Document Document(string path) => Project.Documents.Single(d => d.FilePath == path);

    private static Project MakeEmpty()
    {
        var id = ProjectId.CreateNewId();
        var info = ProjectInfo.Create(
            id, VersionStamp.Default, "project", "project", LanguageNames.CSharp,
            compilationOptions: Options,
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: References,
            analyzerReferences: [new GeneratorReference()]);
        var project = new AdhocWorkspace(MefHostServices.DefaultHost).CurrentSolution.AddProject(info).GetProject(id)!;
        Assert.NotNull(project.GetCompilationAsync().GetAwaiter().GetResult());
        return project;
    }

    // Apart from the editor's own run, whose diagnostics are not public.
    private (GeneratorRunResult, Compilation) Generate()
    {
        var compilation = EmptyCompilation.AddSyntaxTrees(Project.Documents.Select(d => d.GetSyntaxTreeAsync().GetAwaiter().GetResult()!));
        var driver = CSharpGeneratorDriver.Create(
            [new Generator.ResNetGenerator().AsSourceGenerator()],
            Project.AdditionalDocuments.Select(d => new Spec(d)),
            (CSharpParseOptions)Project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return (result, output);
    }

    private sealed class Spec(TextDocument document) : AdditionalText
    {
        public override string Path => document.FilePath ?? document.Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => document.GetTextAsync(cancellationToken).GetAwaiter().GetResult();
    }

    // The generator as a project's analyzer: semantic models that fixes see then have the generated half.
    private sealed class GeneratorReference : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [new Generator.ResNetGenerator().AsSourceGenerator()];

        public override string? FullPath => null;

        public override object Id => nameof(GeneratorReference);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
    }
}
