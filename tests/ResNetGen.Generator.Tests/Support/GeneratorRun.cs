using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ResNetGen.Generator.Tests.Support;

/// <summary>
/// One run of the generator. Each is made twice, the second time on a clone of the compilation, and fails unless the
/// second found everything in its cache and the first ended without an exception.
/// </summary>
internal sealed class GeneratorRun
{
    private readonly Project _project;
    private readonly GeneratorDriver _driver;

    private GeneratorRun(Project project, GeneratorDriver driver)
    {
        (_project, _driver) = (project, driver);
        Result = driver.GetRunResult().Results.Single();
        Output = project.Compilation.AddSyntaxTrees(driver.GetRunResult().GeneratedTrees);
    }

    public GeneratorRunResult Result { get; }

    /// <summary>The project with what was generated.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator reported, in order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated text of each file.</summary>
    public Dictionary<string, string> Sources => Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>The only generated text.</summary>
    public string Source => Assert.Single(Sources).Value;

    /// <summary>Errors and warnings of the compiler, over the user's half and the generated one.</summary>
    public IEnumerable<string> CompilerProblems => Output.GetDiagnostics()
        .Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString());

    /// <summary>Runs <paramref name="driver"/> on <paramref name="project"/>, twice.</summary>
    public static GeneratorRun Make(Project project, GeneratorDriver driver)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(project.Compilation, out _, out var reported, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(reported, d => d.Id is "CS8784" or "CS8785");
        var run = new GeneratorRun(project, driver);
        Assert.Null(run.Result.Exception);

        var again = driver.RunGenerators(project.Compilation.Clone(), TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        RunReasons.AllFromCache(again);
        Assert.Equal(run.Result.GeneratedSources.Select(s => s.SourceText), again.GeneratedSources.Select(s => s.SourceText));
        return run;
    }

    /// <summary>Runs again after an edit, with what the first run left in the caches.</summary>
    public GeneratorRun After(Project edited) => Make(
        edited, _driver.ReplaceAdditionalTexts(edited.Specs).WithUpdatedAnalyzerConfigOptions(edited.Config.Options));

    /// <inheritdoc cref="After(Project)"/>
    public GeneratorRun After(Func<Project, Project> edit) => After(edit(_project));

    /// <summary>Fails unless the project compiles with what was generated.</summary>
    public GeneratorRun Compiles()
    {
        Assert.Empty(CompilerProblems);
        return this;
    }

    /// <summary>Fails unless the generator had nothing to say.</summary>
    public GeneratorRun IsClean()
    {
        Assert.Empty(Diagnostics);
        return this;
    }
}
