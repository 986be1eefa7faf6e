using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ResNetGen.Generator.Tests.Support;

/// <summary>Why the generator's steps ran.</summary>
internal static class RunReasons
{
    /// <summary>The steps that the generator names.</summary>
    public static readonly string[] Steps =
    [
        .. typeof(StepNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!),
    ];

    /// <summary>Fails unless every named step and every output was found in the cache.</summary>
    public static void AllFromCache(GeneratorRunResult result)
    {
        foreach (var step in Steps.Where(result.TrackedSteps.ContainsKey))
            Assert.True(result.Of(step).All(IsFromCache), $"{step}: {string.Join(", ", result.Of(step))}");

        Assert.True(result.Outputs().All(IsFromCache), $"outputs: {string.Join(", ", result.Outputs())}");
    }

    /// <summary>Why a step's outputs are what they are, in their order.</summary>
    public static IncrementalStepRunReason[] Of(this GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    /// <summary>How many of a step's outputs were made anew.</summary>
    public static int Remade(this GeneratorRunResult result, string step) => result.Of(step).Count(r => !IsFromCache(r));

    /// <summary>How many generated files, and lists of diagnostics, were made anew.</summary>
    public static int RemadeOutputs(this GeneratorRunResult result) => result.Outputs().Count(r => !IsFromCache(r));

    private static IncrementalStepRunReason[] Outputs(this GeneratorRunResult result) =>
        [.. result.TrackedOutputSteps.SelectMany(s => s.Value).SelectMany(s => s.Outputs).Select(o => o.Reason)];

    private static bool IsFromCache(IncrementalStepRunReason reason) =>
        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;
}
