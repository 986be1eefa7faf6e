using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Language;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Text;
using ResNetGen.Architecture.Values;
using ResNetGen.CodeFixes.Attributes;
using ResNetGen.CodeFixes.Projects;

namespace ResNetGen.CodeFixes.Refactorings;

/// <summary>Moves what the attribute says into a spec file of its own; offered where the network stays the same.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(AttributeToSpec)), Shared]
public sealed class AttributeToSpec : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await ResNetUse.AtAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { HasDirectives: false, SourcePath: { } source } use
            || use.Read(context.CancellationToken) is not var (file, said) || said.Entries.Count == 0)
        {
            return;
        }

        var specs = new ProjectSpecs(context.Document.Project);
        var name = FreeName(use.ClassName, source, specs);
        if (await TextAsync(use, specs, file, said, RelativePath.Beside(source, name), context.CancellationToken).ConfigureAwait(false) is not { } text)
            return;

        context.RegisterRefactoring(CodeAction.Create(
            $"Move what the attribute says to the spec file '{name}'",
            cancellation =>
            {
                var document = use.With(use.ReplaceArguments(SymbolDisplay.FormatLiteral(name, quote: true)));
                return Task.FromResult(NewSpec.AddTo(document.Project.Solution, document, RelativePath.Beside(source, name), NewSpec.ToSource(text)));
            },
            nameof(AttributeToSpec)));
    }

    // The text of the file, or null where it would not make the very same network.
    private static async Task<string?> TextAsync(
        ResNetUse use, ProjectSpecs specs, string? file, SpecMapping said, string path, CancellationToken cancellation)
    {
        if (await UseNetwork.OfAsync(use, specs, file, said, cancellation).ConfigureAwait(false) is not { } before)
            return null;

        var entries = said.Entries.Where(e => e.Key.Text != SpecKeys.Name.Name).ToList();
        // A file's name is its own, and does not come from what it extends.
        if (before.Network.Spec.Network.Name is var name && Identifiers.IsValid(name))
            entries.Add(NewSpec.Entry(SpecKeys.Name, name, isText: true, said.Site));
        if (before.File is { } lower)
            entries.Add(NewSpec.Entry(SpecKeys.Extends, RelativePath.Between(path, lower), isText: true, said.Site));

        var values = said with { Entries = entries.ToEquatableArray() };
        var comments = use.Comments.SelectMany(Lines).ToList();
        var lineEnd = LineEnds.Of(use.Text);
        var text = NewSpec.Write(values, comments, lineEnd);
        if (await AfterAsync(specs, path, text, cancellation).ConfigureAwait(false) is not { } after || !after.IsSameNetwork(before.Network))
            return null;

        // What was no warning of the attribute is none of the file.
        var added = after.Warnings.Where(w => !before.Network.Warnings.Contains(w)).OrderBy(id => id, StringComparer.Ordinal).ToList();
        return added.Count == 0 ? text : NewSpec.Write(values, [.. comments, "resnetgen: disable " + string.Join(", ", added)], lineEnd);
    }

    private static async Task<CompiledUse?> AfterAsync(ProjectSpecs specs, string path, string text, CancellationToken cancellation)
    {
        var findings = new Findings();
        var document = SpecDocument.Parse(path, text, cancellation);
        return await specs.MergeAsync(document, findings, cancellation).ConfigureAwait(false) is { } merged
            ? CompiledUse.Of(merged.Values, document.FallbackName, findings, merged.Documents, cancellation)
            : null;
    }

    private static string FreeName(string className, string source, ProjectSpecs specs)
    {
        var name = className + SpecDocument.Extension;
        for (var number = 2; IsTaken(RelativePath.Beside(source, name)); number++)
            name = FormattableString.Invariant($"{className}{number}{SpecDocument.Extension}");

        return name;

        bool IsTaken(string path) => specs.Paths.Contains(path, StringComparer.OrdinalIgnoreCase) || Disk.Has(path);
    }

    private static IEnumerable<string> Lines(SyntaxTrivia comment)
    {
        var text = comment.ToString();
        text = comment.IsKind(SyntaxKind.MultiLineCommentTrivia) ? text.Substring(2, text.Length - 4) : text.TrimStart('/');
        return text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().TrimStart('*').Trim()).Where(line => line.Length > 0);
    }
}
