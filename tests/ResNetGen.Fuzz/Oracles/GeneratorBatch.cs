using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Fuzz.Cases;
using ResNetGen.Generator;
using TorchSharp;

namespace ResNetGen.Fuzz.Oracles;

/// <summary>Runs the generator itself on many cases in one project, and compiles what it generated.</summary>
internal static class GeneratorBatch
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    // Every warning that the compiler has, but for what a user's project chooses.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false);

    private static readonly Lazy<MetadataReference[]> Lazily = new(() =>
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(file => Path.GetFileName(file) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll") && !name.Contains(".Native.", StringComparison.Ordinal))
            .Append(typeof(torch).Assembly.Location).Append(typeof(ResNetAttribute).Assembly.Location)
            .Select(file => MetadataReference.CreateFromFile(file)),
    ]);

    /// <summary>The framework, the backend and the attributes: what a user's project references.</summary>
    public static IReadOnlyList<MetadataReference> References => Lazily.Value;

    /// <summary>Returns what is wrong with each of the cases, null where nothing is.</summary>
    public static FuzzFailure?[] Check(IReadOnlyList<(FuzzCase Case, Outcome Outcome)> cases)
    {
        var failures = new FuzzFailure?[cases.Count];
        try
        {
            Check(cases, failures);
        }
        catch (FuzzFailure shared) when (cases.Count > 1)
        {
            // Of all and of none: halves tell whose it is.
            var half = cases.Count / 2;
            failures = [.. Check([.. cases.Take(half)]), .. Check([.. cases.Skip(half)])];
            if (failures.All(f => f is null))
                failures[0] = new FuzzFailure("together only: " + shared.Signature, shared.Message);
        }
        catch (FuzzFailure own)
        {
            failures[0] = own;
        }

        return failures;
    }

    private static void Check(IReadOnlyList<(FuzzCase Case, Outcome Outcome)> cases, FuzzFailure?[] failures)
    {
        var trees = cases.Select((c, i) => CSharpSyntaxTree.ParseText(AttributeCode.ClassOf(c.Case, NamespaceOf(i), "Net"), Parsing, $"{FolderOf(i)}Net.cs"));
        var compilation = CSharpCompilation.Create("Fuzzed", trees, References, Options);
        var texts = cases.SelectMany((c, i) => c.Case.Files.DistinctBy(f => f.Path, StringComparer.Ordinal).Select(f => (AdditionalText)new FileInMemory(FolderOf(i) + f.Path, f.Text))).ToImmutableArray();
        var driver = CSharpGeneratorDriver.Create([new ResNetGenerator().AsSourceGenerator()], texts, Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        if (driver.GetRunResult().Results.Single().Exception is { } thrown)
            throw new FuzzFailure("the generator throws " + thrown.GetType().Name, thrown.ToString());

        foreach (var diagnostic in reported)
            Place(diagnostic, texts, failures);

        foreach (var (_, i) in cases.Select((c, i) => (c, i)))
        {
            var code = output.SyntaxTrees.FirstOrDefault(t => t.FilePath.EndsWith("ResNetGenerator/" + NamespaceOf(i) + ".Net.g.cs", StringComparison.Ordinal))?.ToString();
            var isNetwork = code?.Contains("record struct FeatureMaps(", StringComparison.Ordinal) ?? false;
            if (code is null)
                failures[i] ??= new FuzzFailure("no code", "the class got neither its network nor its shell");
            else if (isNetwork != cases[i].Outcome.IsAccepted)
                failures[i] ??= new FuzzFailure("the generator says something else", $"network: {isNetwork}; without the compiler: {cases[i].Outcome.IsAccepted}, {string.Join('\n', cases[i].Outcome.Findings)}");
        }

        using var image = new MemoryStream();
        foreach (var problem in output.Emit(image).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning))
        {
            var path = problem.Location.SourceTree?.FilePath ?? throw new FuzzFailure("does not compile: " + problem.Id, problem.ToString());
            failures[IndexOf(path)] ??= new FuzzFailure("does not compile: " + problem.Id, problem + "\n" + problem.Location.SourceTree.GetText().Lines[problem.Location.GetLineSpan().StartLinePosition.Line]);
        }
    }

    private static void Place(Diagnostic diagnostic, ImmutableArray<AdditionalText> texts, FuzzFailure?[] failures)
    {
        var span = diagnostic.Location.GetLineSpan();
        if (diagnostic.Id is "CS8784" or "CS8785" or "RNG0000" || diagnostic.Location == Location.None)
            throw new FuzzFailure(diagnostic.Id, diagnostic.ToString());

        var index = IndexOf(span.Path);
        var text = texts.FirstOrDefault(t => t.Path == span.Path)?.GetText();
        if (text is not null && diagnostic.Location.SourceSpan.End > text.Length)
            failures[index] ??= new FuzzFailure(diagnostic.Id + " outside of its file", diagnostic.ToString());
    }

    private static string NamespaceOf(int index) => string.Create(CultureInfo.InvariantCulture, $"F{index}");

    private static string FolderOf(int index) => string.Create(CultureInfo.InvariantCulture, $"/p/{index}/");

    // Of "/p/12/net.resnet.yaml", "/p/12/Net.cs" and ".../F12.Net.g.cs".
    private static int IndexOf(string path)
    {
        var digits = path.StartsWith("/p/", StringComparison.Ordinal) ? path.Split('/')[2] : path[(path.LastIndexOf('/') + 2)..].Split('.')[0];
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var index) ? index : throw new FuzzFailure("a place in no case", path);
    }

    private sealed class FileInMemory(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
