namespace ResNetGen.Generator.Tests.Support;

/// <summary>Runs of the generator that this repository's own tests ask more of than users' tests do.</summary>
internal static class ProjectRuns
{
    /// <summary>Runs the generator for the first time.</summary>
    public static GeneratorRun Run(this Project project) => GeneratorRun.Make(project, project.CreateDriver(tracksSteps: true));
}
