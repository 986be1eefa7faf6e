using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.CodeFixes.Attributes;

namespace ResNetGen.CodeFixes.Fixes;

/// <summary>Corrects what the compiler does not know in a <c>[ResNet]</c>: arguments, enums and their members.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisspeltWordFix)), Shared]
public sealed class MisspeltWordFix : CodeFixProvider
{
    private const string NoSuchMember = "CS0117";
    private const string NoSuchName = "CS0103";
    private const string NoSuchTypeInNamespace = "CS0234";
    private const string NoSuchType = "CS0246";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [NoSuchMember, NoSuchName, NoSuchTypeInNamespace, NoSuchType];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ResNetUse.AtAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { AttributeClass: { } attribute } use
            || use.Syntax.SyntaxTree.GetRoot(context.CancellationToken).FindNode(context.Span, getInnermostNodeForTie: true) is not { } node
            || node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals.Name: { } name } argument)
        {
            return;
        }

        // Of ResNetGen.Blok the last name is the one that is not known.
        if (node is MemberAccessExpressionSyntax qualified)
            node = qualified.Name;

        var texts = new ArgumentText(attribute, use.Model, use.Syntax.SpanStart);
        var change = node == name ? Argument(use, name)
            : texts.Property(name.Identifier.ValueText)?.Type is { TypeKind: TypeKind.Enum } type ? Word(texts, type, node, argument)
            : null;
        if (change is not { } found)
            return;

        context.RegisterCodeFix(
            CodeAction.Create($"Change to '{found.NewText}'", cancellation => Task.FromResult(use.With(found)), "word:" + found.NewText),
            context.Diagnostics);
    }

    // Blcks = ...
    private static TextChange? Argument(ResNetUse use, IdentifierNameSyntax name)
    {
        var said = use.NamedArguments.Select(a => a.NameEquals!.Name.Identifier.ValueText).ToList();
        var word = name.Identifier.ValueText;
        return Change(name, NearestWord.Find(word, AttributeArgument.All.Select(a => a.Name).Where(a => !said.Contains(a, StringComparer.Ordinal))));
    }

    private static TextChange? Word(ArgumentText texts, ITypeSymbol type, SyntaxNode node, AttributeArgumentSyntax argument) => node switch
    {
        _ when !argument.Expression.Span.Contains(node.Span) => null,
        // Block.Botleneck
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Expression: var left } access } name when access.Name == name && left is not null
            && access == argument.Expression && IsNamed(left, type) => Change(name, Member(type, name)),
        // Blok.Bottleneck and ResNetGen.Blok.Bottleneck: the type is known, and the member may be misspelt too.
        SimpleNameSyntax name when argument.Expression is MemberAccessExpressionSyntax { Name: var member, Expression: var left } && left.Span.End == name.Span.End =>
            Member(type, member) is { } nearest && (nearest == member.Identifier.ValueText || IsNear(name, type))
                ? Change(argument.Expression, texts.Member(type, nearest))
                : null,
        // Bottleneck, or the word as a file has it.
        SimpleNameSyntax name when name == argument.Expression =>
            Member(type, name) is { } only ? Change(name, texts.Member(type, only)) : null,
        _ => null,
    };

    private static bool IsNamed(ExpressionSyntax left, ITypeSymbol type) =>
        (left as SimpleNameSyntax ?? (left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText == type.Name;

    private static bool IsNear(SimpleNameSyntax name, ITypeSymbol type) => NearestWord.Find(name.Identifier.ValueText, [type.Name]) is not null;

    private static string? Member(ITypeSymbol type, SimpleNameSyntax name)
    {
        // leaky_relu is LeakyRelu.
        var word = name.Identifier.ValueText.Replace("_", "");
        var members = type.GetMembers().OfType<IFieldSymbol>().Select(f => f.Name).ToList();
        return members.FirstOrDefault(m => m == name.Identifier.ValueText) ?? NearestWord.Find(word, members);
    }

    private static TextChange? Change(SyntaxNode node, string? text) => text is null ? null : new TextChange(node.Span, text);
}
