using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Locks;
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
            .Where(IsSpec)
            .Select(static (file, cancellation) => SpecDocument.Parse(file.Path, file.GetText(cancellation)?.ToString() ?? "", cancellation))
            .WithTrackingName(StepNames.Documents);

        // One for one from here on, null where there is nothing: a step that leaves items out before a Combine loses others
        // in compilers that track steps.
        var memory = new ClassMemory();
        var classes = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => AnnotatedClass.MayBe(node),
                (found, cancellation) => memory.Read((TypeDeclarationSyntax)found.Node, found.SemanticModel, cancellation))
            .WithTrackingName(StepNames.Classes);

        var files = documents.Collect().Select(static (all, _) => SpecFiles.Of(all)).WithTrackingName(StepNames.Files);
        var resolved = classes.Combine(files)
            .Select(static (pair, _) => pair.Left is null ? null : pair.Right.Select(pair.Left)).WithTrackingName(StepNames.Chains)
            .Select(static (chain, cancellation) => chain is null ? null : NetworkInput.Read(chain, cancellation)).WithTrackingName(StepNames.Inputs)
            .Select(static (input, cancellation) => input is null ? null : ResolvedNetwork.Resolve(input, cancellation))
            .WithTrackingName(StepNames.Resolved);

        var colliding = classes.Select(static (network, _) => network?.HintName).Collect()
            .Select(static (names, _) => HintNames.Colliding(names.OfType<string>()));
        var sources = resolved.Select(static (network, _) => network?.Source).WithTrackingName(StepNames.Sources);
        context.RegisterSourceOutput(sources.Combine(colliding), static (output, pair) =>
        {
            if (pair.Left is { } source)
                AddSource(output, source, HintNames.Unique(source.HintName, pair.Right));
        });

        var locked = context.AdditionalTextsProvider
            .Select(static (file, cancellation) => LockPath.Is(file.Path)
                ? LockDocument.Parse(file.Path, file.GetText(cancellation)?.ToString() ?? "", cancellation)
                : null)
            .WithTrackingName(StepNames.Locks)
            .Combine(files)
            .Select(static (pair, _) => pair.Left is null ? null : pair.Right.Select(pair.Left)).WithTrackingName(StepNames.LockChains)
            .Select(static (chain, cancellation) => chain is null ? EquatableArray<Finding>.Empty : LockCheck.Of(chain, cancellation))
            .WithTrackingName(StepNames.LockFindings);

        var aliases = context.SyntaxProvider
            .CreateSyntaxProvider(
                static (node, _) => AnnotatedClass.MayBeGlobalAlias(node),
                static (found, cancellation) => AnnotatedClass.GlobalAlias((UsingDirectiveSyntax)found.Node, found.SemanticModel, cancellation));

        // One list of all that is found: a base spec's mistake is reported once, however many classes extend it.
        var findings = resolved.Select(static (network, _) => network?.Findings ?? EquatableArray<Finding>.Empty).Collect()
            .Combine(documents.Select(static (document, _) => OwnFindings(document)).Collect())
            .Combine(locked.Collect())
            .Combine(aliases.Collect())
            .Combine(documents.Where(static document => document.Silenced.Count > 0).Collect())
            .Select(static (all, _) => Distinct(Silencing.Filter(
                all.Left.Left.Left.Left.Concat(all.Left.Left.Left.Right).Concat(all.Left.Left.Right).SelectMany(found => found).Concat(all.Left.Right.OfType<Finding>()), all.Right)))
            .WithTrackingName(StepNames.Findings);
        Report(context, findings);
    }

    private static void Report(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<EquatableArray<Finding>> findings)
    {
        var severities = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => IsOurs(pair.Left.Path) ? FileSeverities.Read(pair.Left.Path, pair.Right.GetOptions(pair.Left)) : null)
            .WithTrackingName(StepNames.Severities);
        var reports = findings.Combine(severities.Collect())
            .Select(static (pair, _) => FileSeverities
                .Apply(
                    pair.Left.Where(IsOutsideCode).Concat(pair.Right.OfType<FileSeverities>().SelectMany(file => file.Mistakes())),
                    [.. pair.Right.OfType<FileSeverities>()])
                .ToEquatableArray())
            .WithTrackingName(StepNames.Reports);
        context.RegisterSourceOutput(reports, static (output, found) =>
        {
            foreach (var report in found)
                output.ReportDiagnostic(Reporting.ToDiagnostic(report));
        });

        // Nothing in a project without mistakes; with one, its tree is looked up again after each edit.
        var inCode = findings.SelectMany(static (found, _) => found.Where(f => !IsOutsideCode(f)))
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => TreeFinding.Locate(pair.Left, pair.Right));
        context.RegisterSourceOutput(inCode, static (output, found) => output.ReportDiagnostic(Reporting.ToDiagnostic(found)));
    }

    private static bool IsSpec(AdditionalText file) => IsSpec(file.Path);

    private static bool IsSpec(string path) => path.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase);

    private static bool IsOurs(string path) => IsSpec(path) || LockPath.Is(path);

    private static bool IsOutsideCode(Finding finding) => IsOurs(finding.Site.Path);

    private static void AddSource(SourceProductionContext output, NetworkSource source, string hintName)
    {
        try
        {
            output.AddSource(hintName, SourceText.From(source.Emit(output.CancellationToken), Encoding.UTF8));
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
