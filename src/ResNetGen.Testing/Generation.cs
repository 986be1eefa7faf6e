using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ResNetGen.Testing;

/// <summary>What one run of the generator made of a project.</summary>
public sealed class Generation
{
    private Generation(GeneratorProject project, GeneratorDriver driver)
    {
        var run = driver.GetRunResult();
        (Driver, Result) = (driver, run.Results.Single());
        Output = project.Compilation.AddSyntaxTrees(run.GeneratedTrees);
    }

    /// <summary>The driver after the run.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The compiler's own account of the run.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The project with what was generated.</summary>
    public Compilation Output { get; }

    /// <summary>What the generator reported, in order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated text of each file, by its hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.GeneratedSources.ToDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>The only generated text.</summary>
    /// <exception cref="GenerationException">There are several, or none.</exception>
    public string Source => Result.GeneratedSources.Length == 1
        ? Result.GeneratedSources[0].SourceText.ToString()
        : throw new GenerationException($"{Result.GeneratedSources.Length} files were generated, not one: {string.Join(", ", Sources.Keys)}");

    /// <summary>Errors and warnings of the compiler, over the user's half and the generated one.</summary>
    public IEnumerable<string> CompilerProblems => Output.GetDiagnostics()
        .Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString());

    /// <summary>Takes what a driver made of a project.</summary>
    /// <exception cref="GenerationException">The generator threw an exception, which it never should.</exception>
    public static Generation Of(GeneratorProject project, GeneratorDriver driver)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(driver);
        var made = new Generation(project, driver);
        return made.Result.Exception is { } thrown
            ? throw new GenerationException("the generator threw an exception: " + thrown.Message, thrown)
            : made;
    }

    /// <summary>Throws unless the project compiles without a warning with what was generated.</summary>
    /// <exception cref="GenerationException">It does not; the message has what the compiler says.</exception>
    public Generation Compiles() => Empty("the project does not compile cleanly with what was generated", CompilerProblems);

    /// <summary>Throws unless the generator had nothing to say.</summary>
    /// <exception cref="GenerationException">It had; the message has what it says.</exception>
    public Generation IsClean() => Empty("the generator reports", Diagnostics.Select(d => d.ToString()));

    private Generation Empty(string what, IEnumerable<string> found)
    {
        var lines = string.Join('\n', found);
        return lines.Length == 0 ? this : throw new GenerationException($"{what}:\n{lines}");
    }
}
