using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.CodeFixes.Attributes;
using ResNetGen.CodeFixes.Projects;

namespace ResNetGen.CodeFixes.Refactorings;

/// <summary>Says in the attribute all that its spec file says; offered where the attribute can, and the network stays the same.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(SpecToAttributeArguments)), Shared]
public sealed class SpecToAttributeArguments : CodeRefactoringProvider
{
    private const int LineLength = 120;

    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        // Comments among the arguments would be lost.
        if (await ResNetUse.AtAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { HasDirectives: false, AttributeClass: { } attribute } use
            || use.Comments.Any()
            || use.Read(context.CancellationToken) is not var (file, said) || file is null)
        {
            return;
        }

        var specs = new ProjectSpecs(context.Document.Project);
        if (await UseNetwork.OfAsync(use, specs, file, said, context.CancellationToken).ConfigureAwait(false) is not { } before
            || Arguments(use, attribute, before, context.CancellationToken) is not { } arguments)
        {
            return;
        }

        context.RegisterRefactoring(CodeAction.Create(
            $"Say in the attribute what '{file}' says",
            cancellation => Task.FromResult(use.With(use.ReplaceArguments(Lines(use, arguments)))),
            nameof(SpecToAttributeArguments)));
    }

    // The arguments, or null where they would not make the very same network.
    private static List<string>? Arguments(ResNetUse use, INamedTypeSymbol attribute, UseNetwork before, CancellationToken cancellation)
    {
        var name = before.Network.Spec.Network.Name;
        var entries = before.Values.Entries.Where(e => e.Key.Text != SpecKeys.Name.Name && e.Key.Text != SpecKeys.Extends.Name).ToList();
        if (name != use.ClassName)
            entries.Insert(0, NewSpec.Entry(SpecKeys.Name, name, isText: true, before.Values.Site));

        if (SpecToAttribute.Arguments(before.Values with { Entries = entries.ToEquatableArray() }) is not { } arguments)
            return null;

        var findings = new Findings();
        var site = before.Values.Site;
        var values = AttributeMapping.From(
            [.. arguments.Select(a => (a.Argument, new SpecScalar(a.Argument.Name, IsQuoted: false, site), a.Value))], site, findings);
        if (CompiledUse.Of(values, use.ClassName, findings, [], cancellation) is not { } after
            || !after.IsSameNetwork(before.Network) || !after.Warnings.IsSubsetOf(before.Network.Warnings))
        {
            return null;
        }

        var texts = new ArgumentText(attribute, use.Model, use.Syntax.SpanStart);
        var written = arguments.Select(a => texts.Of(a.Argument, a.Value)).ToList();
        return written.Contains(null) ? null : [.. written.OfType<string>()];
    }

    // On one line where they fit; else below each other's line, one step in.
    private static string Lines(ResNetUse use, List<string> arguments)
    {
        var line = use.Text.Lines.GetLineFromPosition(use.Syntax.SpanStart);
        var indent = new string([.. line.ToString().TakeWhile(c => c is ' ' or '\t')]);
        var step = indent.IndexOf('\t') >= 0 ? "\t" : "    ";
        var text = new StringBuilder();
        var column = use.Syntax.Name.Span.End + 1 - line.Start;
        for (var i = 0; i < arguments.Count; i++)
        {
            var isLast = i == arguments.Count - 1;
            var argument = arguments[i] + (isLast ? "" : ",");
            if (i > 0 && column + 1 + argument.Length + (isLast ? ")]".Length : 0) > LineLength)
            {
                text.Append(LineEnds.Of(use.Text)).Append(indent).Append(step);
                column = indent.Length + step.Length;
            }
            else if (i > 0)
            {
                text.Append(' ');
                column++;
            }

            text.Append(argument);
            column += argument.Length;
        }

        return text.ToString();
    }
}
