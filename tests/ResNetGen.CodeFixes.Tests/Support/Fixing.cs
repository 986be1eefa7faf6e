using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using ResNetGen.CodeFixes.Fixes;

namespace ResNetGen.CodeFixes.Tests.Support;

/// <summary>Offers and applies fixes and refactorings as an editor does.</summary>
internal static class Fixing
{
    private static readonly CodeFixProvider[] Providers =
        [new MakePartialFix(), new SpecNameFix(), new MissingSpecFix(), new SayNetworkFix(), new OrdinaryClassFix(), new MisspeltWordFix(), new SaidValueFix()];

    /// <summary>Returns the fixes that are offered for the first diagnostic with this id, in order.</summary>
    public static IReadOnlyList<CodeAction> Fixes(this UserProject project, string id)
    {
        var diagnostic = project.Found(id)[0];
        return [.. Providers.Where(p => p.FixableDiagnosticIds.Contains(id, StringComparer.Ordinal)).SelectMany(p => Fixes(project, p, diagnostic))];
    }

    /// <summary>Applies the fix with this title; the diagnostic must be gone, and what is left must compile.</summary>
    public static UserProject Fix(this UserProject project, string id, string title)
    {
        var offered = project.Fixes(id);
        var action = offered.SingleOrDefault(a => a.Title == title);
        Assert.True(action is not null, $"'{title}' is not among: {string.Join(" | ", offered.Select(a => a.Title))}");
        var result = project.Apply(action);
        Assert.Empty(result.Found(id));
        return result.Compiles();
    }

    /// <summary>Applies a fix to every diagnostic with this id in the project.</summary>
    public static UserProject FixAll(this UserProject project, string id, string title)
    {
        var diagnostic = project.Found(id)[0];
        var provider = Providers.Single(p => p.FixableDiagnosticIds.Contains(id, StringComparer.Ordinal)
            && Fixes(project, p, diagnostic).Any(a => a.Title == title));
        var action = Fixes(project, provider, diagnostic).Single(a => a.Title == title);
        var context = new FixAllContext(
            project.DocumentOf(diagnostic), provider, FixAllScope.Project, action.EquivalenceKey!, [id], new Diagnostics(project), CancellationToken.None);
        return project.Apply(provider.GetFixAllProvider()!.GetFixAsync(context).GetAwaiter().GetResult()!);
    }

    /// <summary>Returns the refactorings that are offered at the mark's place.</summary>
    public static IReadOnlyList<CodeAction> Refactorings(this UserProject project, CodeRefactoringProvider provider, int at, string path = "/project/Net.cs")
    {
        var actions = new List<CodeAction>();
        provider.ComputeRefactoringsAsync(new CodeRefactoringContext(project.Document(path), new TextSpan(at, 0), actions.Add, CancellationToken.None))
            .GetAwaiter().GetResult();
        return actions;
    }

    /// <summary>Applies an action to the solution.</summary>
    public static UserProject Apply(this UserProject project, CodeAction action)
    {
        var operations = action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult();
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution;
        return new UserProject(changed.GetProject(project.Project.Id)!);
    }

    /// <summary>Fails unless generator and compiler have no error.</summary>
    public static UserProject Compiles(this UserProject project)
    {
        Assert.Empty(project.Findings.Concat(project.CompilerProblems).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()));
        return project;
    }

    /// <summary>Every diagnostic with this id, of generator or compiler, in order.</summary>
    public static IReadOnlyList<Diagnostic> Found(this UserProject project, string id)
    {
        var all = id.StartsWith("RNG", StringComparison.Ordinal) ? project.Findings : project.CompilerProblems;
        return [.. all.Where(d => d.Id == id)
            .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan.Start)];
    }

    // By path: a diagnostic's location may or may not have a tree.
    private static Document DocumentOf(this UserProject project, Diagnostic diagnostic) => project.Document(diagnostic.Location.GetLineSpan().Path);

    private static List<CodeAction> Fixes(UserProject project, CodeFixProvider provider, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(project.DocumentOf(diagnostic), diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        provider.RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        return actions;
    }

    // An editor keeps diagnostics as data, and gives fixes each at a place in its document's tree.
    private static Diagnostic InTree(UserProject project, Diagnostic diagnostic)
    {
        if (diagnostic.Location.Kind != LocationKind.ExternalFile || project.Project.Documents.All(d => d.FilePath != diagnostic.Location.GetLineSpan().Path))
            return diagnostic;

        var tree = project.DocumentOf(diagnostic).GetSyntaxTreeAsync().GetAwaiter().GetResult()!;
        return Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan));
    }

    private sealed class Diagnostics(UserProject project) : FixAllContext.DiagnosticProvider
    {
        private readonly IReadOnlyList<Diagnostic> _all = [.. project.Findings.Concat(project.CompilerProblems).Select(d => InTree(project, d))];

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(_all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(_all.Where(d => d.Location.GetLineSpan().Path == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
