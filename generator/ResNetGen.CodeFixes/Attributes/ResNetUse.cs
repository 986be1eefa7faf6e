using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.Architecture.Diagnostics;
using ResNetGen.Architecture.Specs;
using ResNetGen.Architecture.Values;
using ResNetGen.Generator.Classes;

namespace ResNetGen.CodeFixes.Attributes;

/// <summary>One <c>[ResNet]</c> in a document: its syntax, and what it is bound to.</summary>
internal sealed class ResNetUse
{
    private readonly AttributeData? _data;

    private ResNetUse(Document document, SourceText text, SemanticModel model, AttributeSyntax syntax, TypeDeclarationSyntax type, INamedTypeSymbol symbol)
    {
        (Document, Text, Model, Syntax, Type, Symbol) = (document, text, model, syntax, type, symbol);
        _data = symbol.GetAttributes().FirstOrDefault(a => a.ApplicationSyntaxReference is { } at
            && at.SyntaxTree == syntax.SyntaxTree && at.Span == syntax.Span);
    }

    public Document Document { get; }

    public SourceText Text { get; }

    public SemanticModel Model { get; }

    public AttributeSyntax Syntax { get; }

    /// <summary>The declaration that carries the attribute.</summary>
    public TypeDeclarationSyntax Type { get; }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Symbol { get; }

    /// <summary>The attribute's class.</summary>
    public INamedTypeSymbol? AttributeClass => _data?.AttributeClass;

    /// <summary>The name that the network has where nothing says one.</summary>
    public string ClassName => Symbol.Name;

    /// <summary>The arguments with a name.</summary>
    public IEnumerable<AttributeArgumentSyntax> NamedArguments =>
        Syntax.ArgumentList?.Arguments.Where(a => a.NameEquals is not null) ?? [];

    /// <summary>The argument that names the spec file, or null.</summary>
    public AttributeArgumentSyntax? FileArgument => Syntax.ArgumentList?.Arguments.FirstOrDefault(a => a.NameEquals is null);

    /// <summary>Returns the attribute at or around <paramref name="span"/>, or null.</summary>
    public static async Task<ResNetUse?> AtAsync(Document document, TextSpan span, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || span.End > root.FullSpan.End)
            return null;

        var syntax = root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<AttributeSyntax>();
        return syntax is null ? null : await OfAsync(document, syntax, cancellation).ConfigureAwait(false);
    }

    /// <summary>Returns the attribute that <paramref name="syntax"/> is, or null where it is another.</summary>
    public static async Task<ResNetUse?> OfAsync(Document document, AttributeSyntax syntax, CancellationToken cancellation)
    {
        if (syntax.Parent?.Parent is not TypeDeclarationSyntax type
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || !IsResNet(model, syntax, cancellation)
            || model.GetDeclaredSymbol(type, cancellation) is not { } symbol)
        {
            return null;
        }

        return new ResNetUse(document, await document.GetTextAsync(cancellation).ConfigureAwait(false), model, syntax, type, symbol);
    }

    /// <summary>Whether <paramref name="syntax"/> binds to the attribute, however wrong its arguments are.</summary>
    public static bool IsResNet(SemanticModel model, AttributeSyntax syntax, CancellationToken cancellation) =>
        AnnotatedClass.IsOurs(model.GetTypeInfo(syntax, cancellation).Type);

    /// <summary>The file that the attribute names, or null.</summary>
    public string? File => _data is { ConstructorArguments: { Length: > 0 } all } ? all[0].Value as string : null;

    /// <summary>Returns the file that the attribute names, and what it says beside it, as the generator reads them.</summary>
    public (string? File, SpecMapping Said)? Read(CancellationToken cancellation)
    {
        if (_data is null)
            return null;

        var findings = new Findings();
        var (file, said) = new AttributeReader(_data, ClassName, findings, cancellation).Read();
        // That nothing is said is for the caller to see; lists of different lengths are not to be moved elsewhere.
        return findings.ToArray().Any(f => f.Rule.Id != Ids.NothingSaid) ? null : (file?.Text, said);
    }

    /// <summary>Returns how many stages the attribute speaks of, or null where it does not.</summary>
    public int? StageCount(CancellationToken cancellation) => Read(cancellation) is { } read
        && read.Said.Find(Architecture.Language.SpecKeys.Stages.Name) is SpecList { Items.Count: > 0 } stages
            ? stages.Items.Count
            : null;

    /// <summary>Where the arguments stand between their parentheses, or null where there are none.</summary>
    public TextSpan? ArgumentSpan => Syntax.ArgumentList is { OpenParenToken: { IsMissing: false } open, CloseParenToken: { IsMissing: false } close }
        ? TextSpan.FromBounds(open.Span.End, close.SpanStart)
        : null;

    /// <summary>Returns the change that makes <paramref name="arguments"/> all that stands between the parentheses.</summary>
    public TextChange ReplaceArguments(string arguments) => ArgumentSpan is { } span
        ? new TextChange(span, arguments)
        : new TextChange(new TextSpan(Syntax.Name.Span.End, 0), "(" + arguments + ")");

    /// <summary>Returns the change that puts <paramref name="argument"/> before the others.</summary>
    public TextChange InsertFirst(string argument) => Syntax.ArgumentList is { Arguments: { Count: > 0 } all }
        ? new TextChange(new TextSpan(all[0].SpanStart, 0), argument + ", ")
        : ReplaceArguments(argument);

    /// <summary>Returns the change that names <paramref name="path"/> as the spec file.</summary>
    public TextChange NameFile(string path)
    {
        var literal = SymbolDisplay.FormatLiteral(path, quote: true);
        return FileArgument is { } file ? new TextChange(file.Expression.Span, literal) : InsertFirst(literal);
    }

    /// <summary>Returns the document after <paramref name="change"/>.</summary>
    public Document With(TextChange change) => Document.WithText(Text.WithChanges(change));

    /// <summary>The comments among the arguments.</summary>
    public IEnumerable<SyntaxTrivia> Comments => Syntax.ArgumentList?.DescendantTrivia()
        .Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia)) ?? [];

    /// <summary>Whether a directive stands among the arguments: then the text is not all that there is.</summary>
    public bool HasDirectives => Syntax.ArgumentList is { ContainsDirectives: true };

    /// <summary>The folder-qualified name of the source, as spec paths are resolved from it; null for one that has no file.</summary>
    public string? SourcePath => Document.FilePath is { Length: > 0 } path ? SpecPath.Normalize(path) : null;
}
