using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResNetGen.Generator;

namespace ResNetGen.Benchmarks.Generator;

/// <summary>
/// A project as an editor holds it: 100 annotated classes in files of their own, their 100 specs (the published
/// networks of <c>specs/</c> and some that extend the first of them), and a file that has nothing to do with them.
/// </summary>
internal sealed class HundredNetworks
{
    private const int Count = 100;
    private const string Leaf = "/variant95.resnet.yaml";
    private const string Base = "/resnet50.resnet.yaml";
    private const string Unrelated = "/project/Unrelated.cs";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12);

    private int _edits;

    public HundredNetworks()
    {
        var root = Path.Combine(Machine.RepositoryRoot, "specs");
        var zoo = Directory.EnumerateFiles(root, "*.resnet.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var specs = zoo.Select(f => new SpecText("/project/specs/" + Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f))).ToList();
        for (var i = specs.Count; i < Count; i++)
        {
            var text = $"extends: imagenet/resnet50.resnet.yaml\nwidth_per_group: {64 + (8 * (i - zoo.Count)):D}\n";
            specs.Add(new SpecText(string.Create(CultureInfo.InvariantCulture, $"/project/specs/variant{i}.resnet.yaml"), text));
        }

        Specs = [.. specs];
        var classes = Specs.Select((spec, i) => Parse(
            $"namespace Project;\n\n[ResNetGen.ResNet(\"{spec.Path["/project/".Length..]}\")]\npublic sealed partial class Net{i:D};\n", $"/project/Net{i:D}.cs"));
        Compilation = CSharpCompilation.Create(
            "project", [.. classes, Parse("class Unrelated;", Unrelated)], References(), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        OnResNet50 = Extending(Base, Specs);

        // The compilation that the driver saw is never the one that a benchmark hands it.
        var start = Stopwatch.GetTimestamp();
        Warm = First().RunGenerators(Compilation);
        Took = Stopwatch.GetElapsedTime(start);
        if (Warm.GetRunResult() is var result && (result.GeneratedTrees.Length != Count || !result.Diagnostics.IsEmpty))
            throw new InvalidOperationException($"{result.GeneratedTrees.Length} files, {string.Join('\n', result.Diagnostics)}");
    }

    /// <summary>How many of the networks extend <c>resnet50</c>.</summary>
    public static int OnResNet50 { get; private set; }

    public CSharpCompilation Compilation { get; }

    public ImmutableArray<AdditionalText> Specs { get; }

    /// <summary>A driver that has made everything once.</summary>
    public GeneratorDriver Warm { get; }

    /// <summary>How long that took: in the first project of a process, with the time in which the runtime compiles all of it.</summary>
    public TimeSpan Took { get; }

    /// <summary>A driver that has seen nothing yet.</summary>
    public GeneratorDriver First() => CSharpGeneratorDriver.Create([new ResNetGenerator().AsSourceGenerator()], Specs, Parsing);

    /// <summary>A driver whose generator does nothing but find the annotated classes: what Roslyn itself takes.</summary>
    public GeneratorDriver WarmOfRoslyn() => CSharpGeneratorDriver
        .Create([new FindsClasses().AsSourceGenerator()], Specs, Parsing).RunGenerators(Compilation);

    /// <summary>The compilation after an edit that has nothing to do with any network, never the same twice.</summary>
    public CSharpCompilation AfterUnrelatedEdit()
    {
        var old = Compilation.SyntaxTrees.First(t => t.FilePath == Unrelated);
        return Compilation.ReplaceSyntaxTree(old, Parse($"class Unrelated {{ int x = {++_edits:D}; }}", Unrelated));
    }

    /// <summary>The compilation after an edit of one class's attribute.</summary>
    public CSharpCompilation AfterAttributeEdit()
    {
        var old = Compilation.SyntaxTrees[0];
        return Compilation.ReplaceSyntaxTree(old, Parse(old.ToString().Replace("\")]", $"\", Classes = {10 + ++_edits:D})]"), old.FilePath));
    }

    /// <summary>The warm driver after a spec that no other extends got another number of classes.</summary>
    public GeneratorDriver AfterSpecEdit() => After(Leaf, text => string.Create(CultureInfo.InvariantCulture, $"{text}head: {{ classes: {10 + ++_edits} }}\n"));

    /// <summary>The warm driver after a comment in that spec.</summary>
    public GeneratorDriver AfterSpecComment() => After(Leaf, text => string.Create(CultureInfo.InvariantCulture, $"# {++_edits}\n{text}"));

    /// <summary>The warm driver after the spec that most others extend got another input.</summary>
    public GeneratorDriver AfterBaseEdit() => After(Base, text => text.Replace("224, 224", string.Create(CultureInfo.InvariantCulture, $"224, {225 + ++_edits}")));

    private GeneratorDriver After(string name, Func<string, string> edit)
    {
        var old = Specs.Single(s => s.Path.EndsWith(name, StringComparison.Ordinal));
        var (before, after) = (old.GetText()!.ToString(), edit(old.GetText()!.ToString()));
        return before == after ? throw new InvalidOperationException($"the edit of {name} changes nothing") : Warm.ReplaceAdditionalText(old, new SpecText(old.Path, after));
    }

    // Directly, or through others.
    private static int Extending(string path, IReadOnlyCollection<AdditionalText> specs) => specs
        .Where(s => s.GetText()!.ToString() is var text && text.Contains($"extends: {Path.GetFileName(path)}", StringComparison.Ordinal)
            || text.Contains($"/{Path.GetFileName(path)}\n", StringComparison.Ordinal))
        .Sum(s => 1 + Extending(s.Path, specs));

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, Parsing, path);

    /// <summary>What a project refers to: the framework, the attributes and the backend.</summary>
    public static IEnumerable<MetadataReference> References() => Directory
        .EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll")
        .Where(f => !f.Contains(".Native.", StringComparison.Ordinal))
        .Append(typeof(ResNetAttribute).Assembly.Location).Append(typeof(TorchSharp.torch).Assembly.Location)
        .Append(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "netstandard.dll"))
        .Select(f => MetadataReference.CreateFromFile(f));

    private sealed class FindsClasses : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName("ResNetGen.ResNetAttribute", (_, _) => true, (found, _) => found.TargetSymbol.Name),
            (_, _) => { });
    }
}
