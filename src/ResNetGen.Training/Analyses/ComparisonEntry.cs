using ResNetGen.Training.Reports;
using static TorchSharp.torch;

namespace ResNetGen.Training.Analyses;

/// <summary>A network of a comparison.</summary>
/// <param name="Name">Its name, and that of its run's folder.</param>
/// <param name="Create">Makes it, on the CPU; it is disposed after its run.</param>
/// <param name="Facts">What is known of it; null where nothing is.</param>
public sealed record ComparisonEntry(string Name, Func<nn.Module<Tensor, Tensor>> Create, NetworkFacts? Facts = null);
