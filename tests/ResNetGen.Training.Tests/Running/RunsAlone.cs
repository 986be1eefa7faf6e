namespace ResNetGen.Training.Tests.Running;

/// <summary>Tests that train in this process: torch's generator, which they compare by, is one for all threads.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "runs alone";
}
