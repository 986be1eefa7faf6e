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

    private GeneratorRun(Project project, Generation made) => (_project, Made) = (project, made);

    /// <summary>What was made, as users of the testing library see it.</summary>
    public Generation Made { get; }

    /// <inheritdoc cref="Generation.Result"/>
    public GeneratorRunResult Result => Made.Result;

    /// <inheritdoc cref="Generation.Output"/>
    public Compilation Output => Made.Output;

    /// <inheritdoc cref="Generation.Diagnostics"/>
    public ImmutableArray<Diagnostic> Diagnostics => Made.Diagnostics;

    /// <inheritdoc cref="Generation.Sources"/>
    public IReadOnlyDictionary<string, string> Sources => Made.Sources;

    /// <inheritdoc cref="Generation.Source"/>
    public string Source => Made.Source;

    /// <inheritdoc cref="Generation.CompilerProblems"/>
    public IEnumerable<string> CompilerProblems => Made.CompilerProblems;

    /// <summary>Runs <paramref name="driver"/> on <paramref name="project"/>, twice.</summary>
    public static GeneratorRun Make(Project project, GeneratorDriver driver)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(project.Compilation, out _, out var reported, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(reported, d => d.Id is "CS8784" or "CS8785");
        var run = new GeneratorRun(project, Generation.Of(project, driver));

        var again = driver.RunGenerators(project.Compilation.Clone(), TestContext.Current.CancellationToken).GetRunResult().Results.Single();
        RunReasons.AllFromCache(again);
        Assert.Equal(run.Result.GeneratedSources.Select(s => s.SourceText), again.GeneratedSources.Select(s => s.SourceText));
        return run;
    }

    /// <summary>Runs again after an edit, with what the first run left in the caches.</summary>
    public GeneratorRun After(Project edited) => Make(
        edited, Made.Driver.ReplaceAdditionalTexts(edited.Specs).WithUpdatedAnalyzerConfigOptions(edited.Options));

    /// <inheritdoc cref="After(Project)"/>
    public GeneratorRun After(Func<Project, Project> edit) => After(edit(_project));

    /// <inheritdoc cref="Generation.Compiles"/>
    public GeneratorRun Compiles()
    {
        Made.Compiles();
        return this;
    }

    /// <inheritdoc cref="Generation.IsClean"/>
    public GeneratorRun IsClean()
    {
        Made.IsClean();
        return this;
    }
}
