namespace ResNetGen.LibTorch.Tests.Modules;

/// <summary>Tests that draw from the process-wide generator: none runs beside another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SeededTests
{
    public const string Name = "Seeded";
}
