using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Text;
using ResNetGen.CodeFixes.Attributes;

namespace ResNetGen.CodeFixes.Fixes;

/// <summary>Corrects a value that the attribute itself says, where the finding names better ones: names and depths.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SaidValueFix)), Shared]
public sealed class SaidValueFix : CodeFixProvider
{
    private static readonly Regex NearestDepths = new("the nearest (?<below>[0-9]+) or (?<above>[0-9]+)$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Ids.NotAnIdentifier, Ids.DepthDoesNotFit];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ResNetUse.AtAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } use
            || use.NamedArguments.FirstOrDefault(a => a.Expression.Span == context.Span) is not { Expression: var said })
        {
            return;
        }

        foreach (var text in Better(context.Diagnostics[0], use.Model, said, context.CancellationToken))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Change to {text}",
                    cancellation => Task.FromResult(use.With(new TextChange(said.Span, text))),
                    context.Diagnostics[0].Id + ":" + text),
                context.Diagnostics);
        }
    }

    private static IEnumerable<string> Better(Diagnostic diagnostic, SemanticModel model, ExpressionSyntax said, CancellationToken cancellation)
    {
        if (diagnostic.Id == Ids.NotAnIdentifier)
        {
            return model.GetConstantValue(said, cancellation).Value is string name
                ? [SymbolDisplay.FormatLiteral(Identifiers.From(name), quote: true)]
                : [];
        }

        var nearest = NearestDepths.Match(diagnostic.GetMessage(CultureInfo.InvariantCulture));
        return nearest.Success ? [nearest.Groups["below"].Value, nearest.Groups["above"].Value] : [];
    }
}
