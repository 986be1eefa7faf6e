using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ResNetGen.Architecture;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Emission;
using ResNetGen.Architecture.Specs;

namespace ResNetGen.Generator.Tests.Support;

/// <summary>Generated code as it is for a backend that brings no convolutions for inference, whatever the tests' own brings.</summary>
internal static class PortableCode
{
    /// <summary>The compilation of <paramref name="run"/> with every network's code replaced; it compiles without warnings.</summary>
    public static Compilation Of(GeneratorRun run)
    {
        var output = run.Output;
        foreach (var type in Types(output.Assembly.GlobalNamespace))
        {
            if (type.GetTypeMembers("Architecture").SingleOrDefault()?.GetMembers("Spec").SingleOrDefault() is not IFieldSymbol { ConstantValue: string text })
                continue;

            var findings = new Findings();
            var spec = CompiledSpec.Compile(SpecDocument.Parse("/net.resnet.yaml", text).Values!, type.Name, findings)!;
            var tree = type.DeclaringSyntaxReferences.Select(r => r.SyntaxTree).Single(t => t.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
            var space = type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();
            var code = CSharpEmitter.Emit(spec, CSharpTarget.TopLevel(space, type.Name));
            output = output.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(code, (CSharpParseOptions)tree.Options, tree.FilePath));
        }

        Assert.DoesNotContain(output.GetDiagnostics(), d => d.Severity >= DiagnosticSeverity.Warning);
        return output;
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
