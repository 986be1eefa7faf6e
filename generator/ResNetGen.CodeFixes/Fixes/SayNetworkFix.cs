using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Language;
using ResNetGen.CodeFixes.Attributes;

namespace ResNetGen.CodeFixes.Fixes;

/// <summary>Says the blocks of each stage in an attribute that says no network.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SayNetworkFix)), Shared]
public sealed class SayNetworkFix : CodeFixProvider
{
    private const int UsualStages = 4;
    private static readonly string Blocks = AttributeArgument.All.First(a => a.Key == StageKeys.Blocks).Name;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Ids.NothingSaid];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ResNetUse.AtAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { } use)
            return;

        // As many stages as other lists have.
        var stages = use.StageCount(context.CancellationToken) ?? UsualStages;
        var value = "new[] { " + string.Join(", ", Enumerable.Repeat("2", stages)) + " }";
        context.RegisterCodeFix(
            CodeAction.Create(
                $"Add '{Blocks} = {value}'",
                cancellation => Task.FromResult(use.With(Change(use, value))),
                Ids.NothingSaid + ":blocks"),
            context.Diagnostics);
    }

    // Blocks = null says nothing, but takes the name.
    private static TextChange Change(ResNetUse use, string value) =>
        use.NamedArguments.FirstOrDefault(a => a.NameEquals!.Name.Identifier.ValueText == Blocks) is { } said
            ? new TextChange(said.Expression.Span, value)
            : use.FileArgument is { } file
                ? new TextChange(new TextSpan(file.Span.End, 0), $", {Blocks} = {value}")
                : use.InsertFirst($"{Blocks} = {value}");
}
