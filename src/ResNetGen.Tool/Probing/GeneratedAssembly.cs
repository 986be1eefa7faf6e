using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Emission;
using TorchSharp;
using static TorchSharp.torch;

namespace ResNetGen.Tool.Probing;

/// <summary>Compiles generated code in memory: the very code that the compiler would get.</summary>
internal static class GeneratedAssembly
{
    private const string Namespace = "ResNetGen.Probed";

    private static readonly Lazy<MetadataReference[]> References = new(() =>
    {
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator);
        return
        [
            .. trusted.Append(typeof(torch).Assembly.Location).Where(File.Exists).Distinct(StringComparer.Ordinal)
                .Select(path => MetadataReference.CreateFromFile(path)),
        ];
    });

    // The options of inference, which every generated class refers to.
    private static readonly Lazy<SyntaxTree[]> Options = new(() =>
    [
        CSharpSyntaxTree.ParseText("global using System;"),
        .. typeof(GeneratedAssembly).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Inference/", StringComparison.Ordinal)).Select(Parse),
    ]);

    /// <summary>Returns a new network of the class generated for <paramref name="spec"/>.</summary>
    public static nn.Module<Tensor, Tensor> Create(CompiledSpec spec)
    {
        var name = spec.Network.Name;
        // A class cannot be called as one of its members; a probe's class may have any name.
        var target = CSharpTarget.TopLevel(Namespace, CSharpEmitter.IsMember(name) ? name + "Network" : name);
        var compilation = CSharpCompilation.Create(
            "ResNetGen.Probed." + target.Name,
            [CSharpSyntaxTree.ParseText(CSharpEmitter.Emit(spec, target)), .. Options.Value],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));

        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(
                "the generated code does not compile, which is a defect of ResNetGen: "
                + result.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error));
        }

        var type = Assembly.Load(image.ToArray()).GetType(Namespace + "." + target.Name, throwOnError: true)!;
        return (nn.Module<Tensor, Tensor>)Activator.CreateInstance(type, [null, null])!;
    }

    private static SyntaxTree Parse(string resource)
    {
        using var text = new StreamReader(typeof(GeneratedAssembly).Assembly.GetManifestResourceStream(resource)!);
        return CSharpSyntaxTree.ParseText(text.ReadToEnd());
    }
}
