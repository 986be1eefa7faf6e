using System.Diagnostics;
using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;
using Xunit;

namespace ResNetGen.Property.Tests.Support;

/// <summary>Runs a property from a seed that is printed, and that RESNETGEN_SEED replays.</summary>
internal static class PropertyRun
{
    private const string Variable = "RESNETGEN_SEED";

    /// <summary>Checks <paramref name="property"/> <paramref name="times"/> times; prints <paramref name="tally"/> at the end.</summary>
    public static void Check(string name, int times, FsCheck.Property property, Func<string> tally)
    {
        var seed = Seed();
        var replay = $"{Variable}={seed.ToString(CultureInfo.InvariantCulture)}";
        Print($"{name}: {replay} replays this run");
        var watch = Stopwatch.StartNew();
        var config = Config.QuickThrowOnFailure
            .WithName(name)
            .WithQuietOnSuccess(true)
            .WithMaxTest(times)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed), FSharpOption<int>.None)));
        try
        {
            FsCheck.Check.One(config, property);
        }
#pragma warning disable CA1031 // whatever the runner throws, the seed is said with it
        catch (Exception e)
#pragma warning restore CA1031
        {
            Assert.Fail($"{replay} replays this.{Environment.NewLine}{e.Message}");
        }

        Print(string.Create(CultureInfo.InvariantCulture, $"{name}: {watch.Elapsed.TotalSeconds:0.0} s. {tally()}"));
    }

    private static ulong Seed() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said
        ? ulong.Parse(said, CultureInfo.InvariantCulture)
        : (ulong)Random.Shared.NextInt64();

    // On the console: a log shall name the seed of a run that passed, too.
    private static void Print(string line) => Console.WriteLine(line);
}
