using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Generator.Classes;
using ResNetGen.Generator.Diagnostics;
using ResNetGen.Generator.Specs;

namespace ResNetGen.Generator;

/// <summary>Fills classes marked with <c>ResNetGen.ResNetAttribute</c>. Only wiring: each step is a function elsewhere.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ResNetGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var documents = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase))
            .Select(static (file, cancellation) => SpecDocument.Parse(file.Path, file.GetText(cancellation)?.ToString() ?? "", cancellation))
            .WithTrackingName(StepNames.Documents);

        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "ResNetGen.ResNetAttribute",
                static (node, _) => node is TypeDeclarationSyntax,
                static (found, cancellation) => ClassReader.Read(found, cancellation))
            .Where(static network => network is not null)
            .Select(static (network, _) => network!)
            .WithTrackingName(StepNames.Classes);

        var files = documents.Collect().Select(static (all, _) => new SpecFiles(all.ToEquatableArray()));
        var resolved = classes.Combine(files)
            .Select(static (pair, _) => pair.Right.Select(pair.Left)).WithTrackingName(StepNames.Inputs)
            .Select(static (input, cancellation) => ResolvedNetwork.Resolve(input, cancellation)).WithTrackingName(StepNames.Resolved);

        var colliding = classes.Select(static (network, _) => network.HintName).Collect()
            .Select(static (names, _) => HintNames.Colliding(names));
        context.RegisterSourceOutput(
            resolved.Where(static network => network.Source is not null)
                .Select(static (network, _) => network.Source!).WithTrackingName(StepNames.Sources)
                .Combine(colliding),
            static (output, pair) => AddSource(output, pair.Left, HintNames.Unique(pair.Left.HintName, pair.Right)));

        // One output for all that is found: a base spec's mistake is reported once, however many classes extend it.
        var findings = resolved.SelectMany(static (network, _) => network.Findings).Collect()
            .Combine(documents.SelectMany(static (document, _) => OwnFindings(document)).Collect())
            .Combine(documents.Where(static document => document.Silenced.Count > 0).Collect())
            .Select(static (pair, _) => Distinct(Silencing.Filter(pair.Left.Left.Concat(pair.Left.Right), pair.Right)))
            .WithTrackingName(StepNames.Findings);
        context.RegisterSourceOutput(findings, static (output, found) =>
        {
            foreach (var finding in found)
                output.ReportDiagnostic(Reporting.ToDiagnostic(finding));
        });
    }

    private static void AddSource(SourceProductionContext output, NetworkSource source, string hintName)
    {
        output.CancellationToken.ThrowIfCancellationRequested();
        try
        {
            output.AddSource(hintName, SourceText.From(source.Emit(), Encoding.UTF8));
        }
#pragma warning disable CA1031 // whatever goes wrong becomes a diagnostic: a generator never throws
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            output.ReportDiagnostic(Reporting.ToDiagnostic(
                new Finding(Rules.InternalError, Site.StartOf(hintName), new[] { e.Message }.ToEquatableArray())));
        }
    }

    // What is wrong with a file by itself, whether or not a class uses it. It may lack keys: another may extend it.
    private static EquatableArray<Finding> OwnFindings(SpecDocument document)
    {
        var findings = new Findings();
        findings.AddRange(document.Findings);
        if (document.Values is not null)
            ResNetSpec.Read(document.Values, document.FallbackName, findings);

        return findings.ToArray().Where(f => f.Rule != Rules.MissingKey).ToEquatableArray();
    }

    private static EquatableArray<Finding> Distinct(IEnumerable<Finding> all)
    {
        var findings = new Findings();
        findings.AddRange(all);
        return findings.ToArray();
    }
}
