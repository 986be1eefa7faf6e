using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Specs;
using ResNetGen.CodeFixes.Attributes;
using ResNetGen.CodeFixes.Projects;

namespace ResNetGen.CodeFixes.Fixes;

/// <summary>Brings a spec file into the project: the one on the disk that the project leaves out, or a new one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingSpecFix)), Shared]
public sealed class MissingSpecFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [Ids.SpecNotFound, Ids.NothingSaid];

    /// <inheritdoc/>
    /// <remarks>None: each file is a decision of its own.</remarks>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ResNetUse.AtAsync(context.Document, context.Span, context.CancellationToken).ConfigureAwait(false) is not { SourcePath: { } source } use)
            return;

        var said = use.File ?? "";
        if (FileName(said, use.ClassName) is not { } name)
            return;

        var path = SpecPath.Resolve(source, name);
        if (new ProjectSpecs(context.Document.Project).Paths.Contains(path, StringComparer.OrdinalIgnoreCase))
            return;

        var existing = Disk.Read(path);
        if (existing is null && Disk.Has(path))
            return;

        context.RegisterCodeFix(
            CodeAction.Create(
                existing is null ? $"Create the spec file '{name}'" : $"Add '{name}' to the project's additional files",
                cancellation => Task.FromResult(Add(use, path, name == said ? null : name, existing)),
                context.Diagnostics[0].Id + (existing is null ? ":create" : ":add")),
            context.Diagnostics);
    }

    private static Solution Add(ResNetUse use, string path, string? name, SourceText? existing)
    {
        var document = name is null ? use.Document : use.With(use.NameFile(name));
        return NewSpec.AddTo(document.Project.Solution, document, path, existing ?? NewSpec.ToSource(NewSpec.Example(path, LineEnds.Of(use.Text))));
    }

    // What the attribute names, ended as a spec's name must end; null for what no file can be called.
    private static string? FileName(string said, string className)
    {
        var name = SpecNames.WithoutEnding(said.Length == 0 ? className : said.Replace('\\', '/'));
        var isFile = name.Length > 0 && name[name.Length - 1] is not ('/' or '.')
            && name.All(c => !char.IsControl(c) && "<>:\"|?*".IndexOf(c) < 0 && c != '\uFFFD');
        return !isFile ? null
            : said.EndsWith(SpecDocument.Extension, StringComparison.OrdinalIgnoreCase) ? said.Replace('\\', '/')
            : name + SpecDocument.Extension;
    }
}
