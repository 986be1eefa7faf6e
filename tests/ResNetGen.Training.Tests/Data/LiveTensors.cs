namespace ResNetGen.Training.Tests.Data;

/// <summary>Tests that count live tensors run alone: other tests' tensors would be counted, too.</summary>
[CollectionDefinition("live tensors", DisableParallelization = true)]
public sealed class LiveTensors;
