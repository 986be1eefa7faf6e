using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResNetGen.Architecture.Emission;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Property.Tests.Networks;

/// <summary>The classes generated for many specs, compiled at once and unloaded together.</summary>
internal sealed class GeneratedNetworks : IDisposable
{
    /// <summary>The namespace of the generated classes.</summary>
    public const string Namespace = "ResNetGen.Drawn";

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    [
        .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Append(typeof(torch).Assembly.Location).Where(File.Exists).Distinct(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>Whether the backend brings the convolutions of networks made for inference.</summary>
    public static bool BackendHasEngine => typeof(torch).Assembly.GetType(CSharpTarget.EngineType) is not null;

    private readonly AssemblyLoadContext _context = new("drawn networks", isCollectible: true);
    private readonly Assembly _assembly;

    /// <summary>Compiles <paramref name="sources"/>.</summary>
    /// <exception cref="InvalidOperationException">Code does not compile.</exception>
    public GeneratedNetworks(IEnumerable<string> sources)
    {
        var compilation = CSharpCompilation.Create(
            "ResNetGen.Drawn",
            sources.Select(source => CSharpSyntaxTree.ParseText(source)),
            References.Value,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var wrong = compilation.Emit(image).Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Take(3).ToList();
        if (wrong.Count > 0)
            throw new InvalidOperationException("the generated code does not compile without warnings: " + string.Join(Environment.NewLine, wrong));

        image.Position = 0;
        _assembly = _context.LoadFromStream(image);
    }

    /// <summary>The name of the class of the spec at <paramref name="index"/>.</summary>
    public static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"Drawn{index}");

    /// <summary>Returns a new network of the class at <paramref name="index"/>.</summary>
    public nn.Module<Tensor, Tensor> Create(int index) =>
        (nn.Module<Tensor, Tensor>)Activator.CreateInstance(TypeOf(index), [null, null])!;

    /// <summary>Returns the constant Architecture.<paramref name="name"/> of the class at <paramref name="index"/>.</summary>
    public long Fact(int index, string name) => Convert.ToInt64(
        TypeOf(index).GetNestedType("Architecture")!.GetField(name)!.GetRawConstantValue(), CultureInfo.InvariantCulture);

    public void Dispose() => _context.Unload();

    private Type TypeOf(int index) => _assembly.GetType(Namespace + "." + NameOf(index), throwOnError: true)!;
}
