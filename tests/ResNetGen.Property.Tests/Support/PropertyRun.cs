using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using Xunit;

namespace ResNetGen.Property.Tests.Support;

/// <summary>Runs a property from a seed that is printed, and that RESNETGEN_SEED replays.</summary>
internal static class PropertyRun
{
    private const string Variable = "RESNETGEN_SEED";

    /// <summary>Checks <paramref name="times"/> of the <paramref name="drawn"/>; prints <paramref name="tally"/> at the end.</summary>
    public static void Check<T>(string name, int times, Arbitrary<T> drawn, Action<T> check, Func<string> tally)
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
            FsCheck.Check.One(config, Prop.ForAll(drawn, Announced(check)));
        }
#pragma warning disable CA1031 // whatever the runner throws, the seed is said with it
        catch (Exception e)
#pragma warning restore CA1031
        {
            Assert.Fail($"{replay} replays this.{Environment.NewLine}{e.Message}");
        }

        Print(string.Create(CultureInfo.InvariantCulture, $"{name}: {watch.Elapsed.TotalSeconds:0.0} s. {tally()}"));
    }

    // The first failure is said at once: making it smaller can take minutes.
    private static Action<T> Announced<T>(Action<T> check)
    {
        var isFirst = true;
        return value =>
        {
            try
            {
                check(value);
            }
            catch (Exception e) when (isFirst)
            {
                isFirst = false;
                Print($"Failed, and is made smaller now: {e.Message}{Environment.NewLine}{value}");
                throw;
            }
        };
    }

    private static ulong Seed() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } said
        ? ulong.Parse(said, CultureInfo.InvariantCulture)
        : (ulong)Random.Shared.NextInt64();

    // On the console: a log shall name the seed of a run that passed, too.
    private static void Print(string line) => Console.WriteLine(line);
}
